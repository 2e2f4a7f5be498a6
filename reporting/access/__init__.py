"""Who may act (permissions) and when an action is possible (policies): two files, never mixed in one `if`."""

"""What `streamlit run app.py` starts: the pages of `reporting/ui/main.py`, in Dutch, warmed up, and never with a traceback."""

import streamlit as st
from starlette.middleware import Middleware

from reporting.ui.failures import keep_words_out_of_the_log, on_script_error
from reporting.ui.language import DutchShell
from reporting.ui.warm import lifespan

keep_words_out_of_the_log()
app = st.App("reporting/ui/main.py", middleware=[Middleware(DutchShell)], lifespan=lifespan, on_script_error=on_script_error)

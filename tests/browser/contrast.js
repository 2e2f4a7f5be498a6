// The text on the page whose contrast with its background is under 4.5 (3 for large text), WCAG 1.4.3: axe leaves much of this out.
() => {
  const parse = (text) => text.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const part = colour.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  };
  const over = (top, alpha, under) => under.map((v, i) => v * (1 - alpha) + top[i] * alpha);
  const behind = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) layers.push(colour);
      if (colour.length < 4) break;
    }
    return layers.reverse().reduce((under, c) => over(c, c.length < 4 ? 1 : c[3], under), [255, 255, 255]);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (text === '' || !element.offsetParent || element.closest('style, script, noscript, [data-testid="stIconMaterial"]')) continue;
    const style = getComputedStyle(element);
    const colour = parse(style.color);
    let seen = colour.length < 4 ? 1 : colour[3];
    for (let e = element; e; e = e.parentElement) seen *= Number(getComputedStyle(e).opacity);
    const under = behind(element);
    const [a, b] = [light(over(colour, seen, under)), light(under)];
    const size = parseFloat(style.fontSize);
    const need = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < need) found.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return found;
}

// The capability map: panels and boxes where the core put them; rows grow where a label needs it.
const NARROW = 900; // pixels, below which words are smaller
const page = {};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const house = parentElement.querySelector(".house");
  page.say = (node) => setTriggerValue("opened", { node, at: Date.now() });
  if (page.house !== house) listen(house, parentElement);
  draw(data[0]);
}

function listen(house, parent) {
  Object.assign(page, { house, parent, tip: parent.querySelector(".tip") });
  house.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-node]");
    hint(null);
    if (button) page.say(button.dataset.node);
  });
  house.addEventListener("mouseover", (event) => hint(event.target.closest("[data-said]")));
  house.addEventListener("focusin", (event) => {
    const at = event.target.closest("[data-said]");
    hint(at?.matches(":focus-visible") ? at : null);
  });
  house.addEventListener("mouseleave", () => hint(null));
  house.addEventListener("focusout", () => hint(null));
  new ResizeObserver(() => house.classList.toggle("narrow", house.clientWidth < NARROW)).observe(house);
}

function draw(told) {
  const { house, parent } = page;
  const tints = Object.entries(told.tints).map(
    ([role, [paper, ink]]) => `.box.${role}, .key i.${role} { background: ${paper}; color: ${ink}; }`,
  );
  const vars = Object.entries(told.colours).map(([name, value]) => `--${name}: ${value};`);
  parent.querySelector(".tints").textContent = `.house, .legend { ${vars.join(" ")} } ${tints.join(" ")}`;
  const at = parent.getRootNode().activeElement?.dataset?.node;
  house.lang = told.lang;
  house.setAttribute("aria-label", told.alt);
  house.style.setProperty("--across", told.width);
  house.style.setProperty("--down", told.height);
  house.replaceChildren(...told.panels.flatMap((panel) => framed(panel, told.title)), ...told.boxes.map(box));
  if (at) [...house.querySelectorAll("[data-node]")].find((one) => one.dataset.node === at)?.focus();
  parent.querySelector(".legend").replaceChildren(...told.legend.map(key), ...(told.dots ? [dots(told)] : []));
}

function made(tag, kind, words = "") {
  const found = document.createElement(tag);
  found.className = kind;
  found.textContent = words;
  return found;
}

function placed(found, [x, y, w, h]) {
  found.style.gridColumn = `${x + 1} / span ${w}`;
  found.style.gridRow = `${y + 1} / span ${h}`;
  return found;
}

function framed(panel, height) {
  const [x, y, w] = panel.area;
  const title = made(panel.node ? "button" : "div", "title");
  title.append(made("span", "", panel.label), made("span", panel.known ? "figure" : "words", panel.figure));
  if (panel.node) {
    title.type = "button";
    title.dataset.node = panel.node;
    title.setAttribute("aria-label", panel.said);
    title.dataset.said = panel.said;
  }
  const frame = made("div", panel.node ? "panel" : "panel outer");
  return [placed(frame, panel.area), placed(title, [x, y, w, height])];
}

function box(one) {
  const found = made("button", `box ${one.role}`);
  found.type = "button";
  found.dataset.node = one.node;
  found.dataset.said = one.said;
  found.setAttribute("aria-label", one.said);
  const foot = made("span", "foot");
  foot.append(made("span", one.known ? "figure" : "words", one.figure));
  if (one.dots) foot.append(made("span", "dots", marks(one.dots)));
  found.append(made("span", "label", one.label), foot);
  return placed(found, one.area);
}

const marks = (count) => "●".repeat(count) + "○".repeat(5 - count);

function key(one) {
  const found = made("span", "key");
  found.append(made("i", one.role), made("span", "", one.words));
  return found;
}

function dots(told) {
  const found = made("span", "key");
  found.append(made("span", "dots", marks(3)), made("span", "", told.dots));
  return found;
}

function hint(at) {
  const { tip } = page;
  tip.hidden = !at;
  if (!at) return;
  tip.textContent = at.dataset.said;
  const where = at.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  const below = where.bottom + 6 + own.height < window.innerHeight;
  tip.style.left = `${Math.max(4, Math.min(where.left, window.innerWidth - own.width - 8))}px`;
  tip.style.top = `${below ? where.bottom + 6 : Math.max(4, where.top - own.height - 6)}px`;
}

// The keyboard of the interview. The cursor lives here; the server gets numbered events and follows.
const KEPT = "gapline.keys.1";
const AGAIN_AFTER = 3000; // milliseconds without an answer before the queue is sent again
const MOST_AT_ONCE = 8;
const CONFIDENCE = { l: "low", m: "medium", g: "high" };
const page = { client: random(), number: 0, moves: 0, told: { move: 0, open: null }, sent: 0, queue: restored(), said: [], waiting: {} };
const bound = new WeakSet();

function random() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
}

function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT))?.queue ?? [];
  } catch {
    return [];
  }
}

function keep() {
  const rater = page.data?.place[3] || page.rater || "";
  const engagement = page.data?.place[0] ?? "";
  sessionStorage.setItem(KEPT, JSON.stringify({ queue: page.queue, rater, engagement }));
}

export default function (component) {
  const { parentElement, setStateValue } = component;
  const [data] = component.data;
  const fresh = page.root !== parentElement;
  page.root = parentElement;
  page.send = (value) => setStateValue("queue", value);
  if (!bound.has(parentElement)) bind(parentElement);
  listen();
  takeOver(data, fresh);
  draw();
  pump();
  return () => page.root === parentElement && rest();
}

function bind(root) {
  bound.add(root);
  root.querySelector(".reason").addEventListener("submit", saveReason);
  root.querySelector(".reason input").addEventListener("keydown", leaveReason);
  root.querySelector(".hint").addEventListener("click", () => act("?"));
}

function listen() {
  if (page.listening) return;
  page.listening = true;
  page.mark = document.head.appendChild(document.createElement("style"));
  window.addEventListener("keydown", pressed, true);
  document.addEventListener("pointerdown", pointed, true);
  document.addEventListener("click", clicked, true);
  window.addEventListener("beforeunload", leaving);
}

function rest() {
  page.listening = false;
  page.mark?.remove();
  window.removeEventListener("keydown", pressed, true);
  document.removeEventListener("pointerdown", pointed, true);
  document.removeEventListener("click", clicked, true);
}

function leaving(event) {
  if (page.queue.length) event.preventDefault();
}

// What the server says: what is stored, what it has handled, where the page stands.
function takeOver(data, fresh) {
  const before = page.data;
  page.data = data;
  page.items = new Map(data.items.map((item) => [item.i, item]));
  page.order = data.items.map((item) => item.i);
  page.queue = page.queue.filter((event) => !(event.s <= data.ack[event.c]));
  if (data.echo === page.nonce) {
    page.flying = false;
    if (page.opening === page.told.open) page.opening = null;
  }
  if (before && data.undone && data.undone[0] !== page.undone) page.notice = data.undone[1];
  page.undone = data.undone?.[0];
  resume(data, before);
  if (before?.place.join() !== data.place.join()) {
    Object.assign(page, { cursor: data.at, said: [], waiting: {}, opening: null });
    closeReason(); // it was asked for another unit, wave or rater
    comeBack(data);
  } else if (data.moved === moveId() && (groupOf(page.cursor) !== data.group || (fresh && data.indicator))) {
    page.cursor = data.at;
  }
  if (!page.items.has(page.cursor)) page.cursor = data.at;
  keep();
  show();
}

// Where nobody asked for a place, the browser knows where this rater stood last, also after a restart.
const standing = () => `gapline.stand.${placeOf(page.data)}`;
const placeOf = (data) => data.place.join("/");

function comeBack(data) {
  const stood = localStorage.getItem(standing());
  if (!page.items.has(stood) || stood === page.cursor) return;
  if (data.asked && (data.indicator || groupOf(stood) !== data.group)) return;
  Object.assign(page, { cursor: stood, moves: page.moves + 1, movedAt: 0 });
}

// A session that starts anew, after a reload or a restart, sits the same rater down again.
function resume(data, before) {
  if (data.place[3] || before?.session === data.session) return;
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (kept?.engagement === data.place[0]) page.rater = kept.rater;
  } catch {
    page.rater = "";
  }
}

const moveId = () => (page.moves ? `${page.client}:${page.moves}` : page.data.moved);
const groupOf = (id) => page.items.get(id)?.g;

function pump() {
  clearTimeout(page.timer);
  const due = page.queue.slice(0, MOST_AT_ONCE);
  const moved = page.moves !== page.told.move;
  const news = moved || page.opening || page.rater;
  if (!due.length && !news) return;
  if (page.flying && Date.now() - page.sentAt < AGAIN_AFTER) {
    page.timer = setTimeout(pump, 250);
    return;
  }
  if (!due.length && !page.rater && !page.opening && groupOf(page.cursor) === page.data.group && resting() < 200) {
    page.timer = setTimeout(pump, 210 - resting());
    return;
  }
  page.sent += 1;
  Object.assign(page, { nonce: `${page.client}:${page.sent}`, flying: true, sentAt: Date.now() });
  const sent = { events: due, place: page.data.place, at: page.moves ? page.cursor : null, move: moveId(), nonce: page.nonce };
  page.told = { move: page.moves, open: page.opening };
  page.send({ ...sent, open: page.opening ?? null, rater: page.rater ?? "" });
  page.rater = "";
  page.timer = setTimeout(pump, AGAIN_AFTER + 50);
}

const resting = () => Date.now() - (page.movedAt ?? 0);

// Which key it is: the sign where it is a plain one, else the place on the keyboard, so that an input
// method that is switched on makes no difference. An arrow on the number pad is an arrow.
function meaning(event) {
  if (event.key.length > 1 && !["Process", "Unidentified"].includes(event.key)) return event.key;
  const sign = event.key.length === 1 ? event.key.toLowerCase() : "";
  if (/^[0-9a-z.?]$/.test(sign)) return sign;
  if (sign === "？" || (event.code === "Slash" && event.shiftKey)) return "?";
  if (sign === "。" || event.code === "Period" || event.code === "NumpadDecimal") return ".";
  return /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? event.key;
}

function typing(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.tagName === "INPUT") return !["button", "checkbox", "radio"].includes(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}

function pressed(event) {
  const left = page.leave?.();
  if (event.composedPath()[0] !== left && typing(event)) return typed(event);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = meaning(event);
  const known = /^[0-9nphoaxlmgecukswr.?]$/.test(key) || (key === "Escape" && (!help().hidden || closes()));
  if (!known) return;
  event.stopImmediatePropagation(); // the app's own single-key commands stay out of the way
  event.preventDefault();
  if (key !== "r" && (!event.repeat || "np".includes(key))) act(key);
}

// In a field of the part below a card: Escape leaves it, what was typed stays; so does adding the evidence.
function typed(event) {
  const field = event.composedPath()[0];
  if (!field.closest('[class*="st-key-editor-"]') || event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape" && field.ariaExpanded !== "true" && !floating()) {
    event.stopImmediatePropagation(); // some fields would empty themselves
    field.blur();
  } else if (event.key === "Enter" && adds(event, field)) leaveSoon(field);
}

// The app has to hear the key first; where the next key is quicker than the timer, that one leaves the field.
function leaveSoon(field) {
  const timer = setTimeout(() => page.leave());
  page.leave = () => {
    page.leave = null;
    clearTimeout(timer);
    field.blur();
    return field;
  };
}

function adds(event, field) {
  const form = field.closest('[data-testid="stForm"]');
  if (field.tagName === "TEXTAREA" ? !(event.ctrlKey || event.metaKey) : field.role === "combobox") return false;
  return Boolean(form?.querySelector('[class*="st-key-said-"] textarea')?.value.trim());
}

// What lies over the page closes first, by itself.
const floating = () => document.querySelector('[data-baseweb="popover"], [role="dialog"]');
const closes = () => Boolean((page.opening ?? page.data.open)?.[1]) && !floating();

function closePart() {
  const [indicator] = page.opening ?? page.data.open;
  page.opening = [indicator, ""];
}

function pointed(event) {
  const sheet = event.target.closest?.('[class*="st-key-sheet-"]');
  const found = sheet?.querySelector(".gl-card")?.dataset;
  if (page.items.has(found?.indicator) && found.place === placeOf(page.data)) goTo(found.indicator, false);
}

// A button of a card says what a key says; it carries the revision that the card shows.
function clicked(event) {
  const button = event.target.closest?.(".gl-card [data-say]");
  const card = button?.closest(".gl-card");
  if (!card || button.disabled || !page.items.has(card.dataset.indicator)) return;
  if (card.dataset.place !== placeOf(page.data)) return; // left over from another unit, about to go
  page.notice = "";
  goTo(card.dataset.indicator, false);
  page.seen = Number(card.dataset.revision);
  if (button.dataset.say === "score") score(Number(button.dataset.value));
  else if (button.dataset.say === "open") open(button.dataset.value, true);
  else rate(button.dataset.say);
  page.seen = undefined;
  draw();
  pump();
}

function act(key) {
  page.notice = "";
  if (key === "?" || (key === "Escape" && !help().hidden)) help().hidden = !help().hidden;
  else if (key === "Escape") closePart();
  else if (key === "n") goBy(1);
  else if (key === "p") goBy(-1);
  else if (key === "o") goToOpen();
  else if (key === "e") open("evidence");
  else if (key === "w") open("note");
  else rate(key);
  draw();
  pump();
}

function rate(key) {
  if (page.data.refused) page.notice = page.data.refused;
  else if (/[0-9]/.test(key)) score(Number(key));
  else if (key === "." || key === "h") half();
  else if (key in CONFIDENCE) confidence(CONFIDENCE[key]);
  else if (key === "a") askReason();
  else if (key === "x") say("unknown", null);
  else if (key === "c") say("flag", !shown(page.cursor).f);
  else if (key === "u") undo();
  else choose(key);
}

// An event carries the indicator that the person saw and the revision that stood there.
function say(action, value, indicator = page.cursor, seen = seenOf(indicator)) {
  page.number += 1;
  const event = { c: page.client, s: page.number, p: page.data.place, i: indicator, a: action, v: value, r: seen };
  page.queue.push(event);
  if (action !== "undo") page.said.push(indicator);
  keep();
}

const seenOf = (indicator) => page.seen ?? page.items.get(indicator).r;

function score(value) {
  if (!page.data.steps.includes(value)) {
    page.notice = page.data.words.off;
    return;
  }
  say("score", value);
  const sure = page.waiting[page.cursor];
  if (sure) say("confidence", sure);
  delete page.waiting[page.cursor];
}

function half() {
  const now = shown(page.cursor).v;
  if (typeof now !== "number") {
    page.notice = page.data.words.half;
    return;
  }
  score(now % 1 === 0 ? now + 0.5 : now - 0.5);
}

function confidence(sure) {
  if (shown(page.cursor).s) say("confidence", sure);
  else page.waiting[page.cursor] = sure;
}

function undo() {
  const last = page.said.pop() ?? page.cursor;
  if (last !== page.cursor) goTo(last);
  if (page.items.get(last).r || page.queue.some((event) => event.i === last)) say("undo", null, last);
  else page.notice = page.data.words.nothing;
}

// k and s: of two values the stored or the own one; k also lets a proposal count.
function choose(key) {
  const part = { k: "theirs", s: "mine" }[key];
  const button = document.querySelector(`.${cssOf(`st-key-${part}-${page.cursor}`)} button`);
  if (button) button.click();
  else if (key === "k" && page.items.get(page.cursor).p) say("confirm", true);
}

function goTo(indicator, look = true) {
  if (indicator === page.cursor) return;
  Object.assign(page, { cursor: indicator, moves: page.moves + 1, movedAt: Date.now() });
  localStorage.setItem(standing(), indicator);
  if (look) show();
  draw();
  pump();
}

function goBy(step) {
  const next = page.order[page.order.indexOf(page.cursor) + step];
  if (next) goTo(next);
  else page.notice = page.data.words.end;
}

function goToOpen() {
  const here = page.order.indexOf(page.cursor) + 1;
  const order = [...page.order.slice(here), ...page.order.slice(0, here)];
  const open = order.find((id) => !shown(id).s);
  if (open) goTo(open);
  else page.notice = page.data.words.done;
}

// What the screen knows of an indicator: what is stored, and over it what is still on its way.
function shown(indicator) {
  const item = { ...page.items.get(indicator) };
  for (const event of page.queue) {
    if (event.i !== indicator || event.p.join() !== page.data.place.join()) continue;
    item.open = true;
    if (event.a === "score") Object.assign(item, { v: event.v, s: "scored", p: false });
    else if (event.a === "na" || event.a === "unknown") Object.assign(item, { v: null, s: event.a, p: false });
    else if (event.a === "confidence") item.c = event.v;
    else if (event.a === "flag") item.f = event.v;
  }
  return item;
}

function askReason() {
  const form = page.root.querySelector(".reason");
  form.hidden = false;
  form.dataset.indicator = page.cursor;
  form.dataset.seen = seenOf(page.cursor);
  form.querySelector("label").textContent = `${page.items.get(page.cursor).n} · ${page.data.words.why}`;
  form.querySelector("input").value = "";
  form.querySelector("input").focus();
}

function saveReason(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const reason = form.querySelector("input").value.trim();
  if (!reason) {
    page.notice = page.data.words.reason;
    draw();
    return;
  }
  page.notice = "";
  closeReason();
  say("na", reason, form.dataset.indicator, Number(form.dataset.seen));
  draw();
  pump();
}

function leaveReason(event) {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key !== "Escape") return;
  page.notice = "";
  closeReason();
  draw();
}

function closeReason() {
  page.root.querySelector(".reason input").blur(); // before it hides, or the next key still goes into it
  page.root.querySelector(".reason").hidden = true;
}

// Opens a part below the card; its button, clicked again, closes it.
function open(part, again = false) {
  const now = page.opening ?? page.data.open;
  const here = now?.[0] === page.cursor && now[1] === part;
  page.opening = [page.cursor, here && again ? "" : part];
  if (page.opening[1]) patiently(fieldOf(page.cursor, part), (field) => field.focus());
}

const fieldOf = (indicator, part) => () => {
  const now = page.opening ?? page.data.open;
  if (page.cursor !== indicator || now?.[0] !== indicator || now[1] !== part) return null; // left again meanwhile
  const field = { evidence: "said", note: "note", aim: "importance", history: "why" }[part];
  return document.querySelector(`.${cssOf(`st-key-editor-${indicator}`)} [class*="st-key-${field}-"] :is(textarea, input)`);
};

function patiently(find, use, tries = 60) {
  const found = find();
  if (found) use(found);
  else if (tries) setTimeout(() => patiently(find, use, tries - 1), 50);
}

const cssOf = (key) => key.replace(/[^a-zA-Z0-9_-]/g, "-");
const cardClass = (indicator) => cssOf(`st-key-sheet-${indicator}`);
const help = () => page.root.querySelector(".help");

// Brings the card into view; a card of the next capability comes a moment later, and moves as others come.
function show() {
  const indicator = page.cursor;
  if (indicator === page.looked) return;
  const look = () => {
    const card = document.querySelector(`.${cardClass(indicator)}`);
    if (indicator !== page.cursor || !card) return card;
    if (isFirst(indicator)) document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
    else card.scrollIntoView({ block: "nearest" });
    return card;
  };
  patiently(look, () => {
    page.looked = indicator;
    setTimeout(look, 350);
  });
}

// The first of a capability is looked at from the head of the page.
const isFirst = (indicator) => groupOf(page.order[page.order.indexOf(indicator) - 1]) !== groupOf(indicator);

function draw() {
  const { data, root } = page;
  const item = shown(page.cursor);
  const put = (name, words) => change(root.querySelector(`.${name}`), "textContent", words ?? "");
  const outline = `outline: 2px solid ${colour("--st-primary-color")}; outline-offset: -1px;`;
  change(page.mark, "textContent", `.${cardClass(page.cursor)} { ${outline} scroll-margin: 5rem 0 6rem; }`);
  put("where", `${page.order.indexOf(page.cursor) + 1}/${page.order.length}`);
  put("name", item.n);
  put("value", valueOf(item));
  put("sure", data.words[item.c ?? page.waiting[page.cursor]]);
  put("flag", item.f ? data.words.flag : "");
  put("saved", item.open ? data.words.sending : item.s ? data.words.saved : "");
  put("notice", page.notice || data.trouble || (item.k ? data.words.conflict : "") || item.e);
  put("unsent", page.queue.length > 1 ? data.words.unsent.replace("{count}", page.queue.length) : "");
  put("hint", data.words.hint);
  drawHelp(data.words.keys);
  root.querySelector(".bar").dataset.unsent = page.queue.length;
  root.querySelector(".bar").dataset.indicator = page.cursor;
  root.querySelector(".bar").dataset.place = placeOf(data);
  document.querySelectorAll(".gl-card").forEach(paint);
}

// What is on its way to the store, or waits for the score, looks so on the card.
function paint(card) {
  const indicator = card.dataset.indicator;
  if (!page.items.has(indicator)) return;
  const item = shown(indicator);
  const sure = item.c ?? page.waiting[indicator];
  for (const button of card.querySelectorAll("[aria-pressed]")) {
    const { say, value } = button.dataset;
    const meant = say === "score" ? item.s === "scored" && item.v === Number(value) : CONFIDENCE[say] && CONFIDENCE[say] === sure;
    button.classList.toggle("gl-soon", Boolean(meant) && button.ariaPressed !== "true");
  }
}

// Setting what is already there would make the browser lay the whole page out again.
function change(element, part, words) {
  if (element[part] !== words) element[part] = words;
}

function valueOf(item) {
  if (!item.s && page.data.closed) return page.data.words.closed;
  if (!item.s) return item.p ? page.data.words.proposed.replace("{value}", item.pv) : page.data.words.open;
  return item.v === null ? page.data.words[item.s] : String(item.v);
}

const colour = (name) => getComputedStyle(page.root.querySelector(".bar")).getPropertyValue(name);

function drawHelp(keys) {
  const written = JSON.stringify(keys);
  if (help().dataset.written === written) return;
  help().replaceChildren();
  help().dataset.written = written;
  for (const [sign, words] of keys) {
    const row = help().appendChild(document.createElement("div"));
    row.appendChild(document.createElement("dt")).textContent = sign;
    row.appendChild(document.createElement("dd")).textContent = words;
  }
}

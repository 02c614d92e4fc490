// The grid over several units. What is typed lives here until the server has it; the server gets numbered
// texts, each with its place, unit and indicator, and answers up to which number it has them.
const AGAIN_AFTER = 3000; // milliseconds without an answer before the queue is sent again
const REST = 250; // milliseconds that the cursor rests in a column before its levels are asked for
const KEPT = "gapline.grid.1";
const page = { client: random(), sent: 0, queue: restored(), inputs: [], drawn: "", at: "", told: "" };
page.number = Math.max(0, ...page.queue.map((event) => event.s));

function random() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
}

// What was typed before a reload, or on its way when the page was left, is sent again.
function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

const keep = () => sessionStorage.setItem(KEPT, JSON.stringify(page.queue));

export default function (component) {
  const { parentElement, setStateValue } = component;
  const root = parentElement.querySelector("table");
  if (page.table !== root) listen(root, parentElement);
  page.send = (value) => setStateValue("sent", value);
  takeOver(component.data[0]);
  draw();
  pump();
  return () => page.table === root && rest();
}

// The page was left: what is not acknowledged waits for the next time, and closing the tab still asks.
function rest() {
  clearTimeout(page.timer);
  page.table = null;
}

function listen(table, parent) {
  Object.assign(page, { table, parent, drawn: "", started: "", active: null, editing: false, flying: false });
  table.addEventListener("keydown", pressed);
  table.addEventListener("focusin", entered);
  table.addEventListener("focusout", left);
  table.addEventListener("input", () => (page.editing = true));
  table.addEventListener("mousedown", pointed);
  table.addEventListener("paste", pasted);
  window.removeEventListener("beforeunload", leaving);
  window.addEventListener("beforeunload", leaving);
}

function leaving(event) {
  if (page.active) commit(page.active);
  if (page.queue.length) event.preventDefault();
}

function takeOver(data) {
  page.data = data;
  page.queue = page.queue.filter((event) => !(event.s <= data.ack[page.client]));
  keep();
  if (data.echo === page.nonce) page.flying = false;
  if (page.notice && !(page.noticeAfter > (data.ack[page.client] ?? 0))) outlive(data.saves);
}

// What a paste left out is told until the next save after it, or until one is undone.
function outlive(saves) {
  page.noticeSaves ??= saves;
  if (saves !== page.noticeSaves) page.notice = "";
}

// One message at a time, with everything that is not acknowledged: what is typed meanwhile waits for the
// answer, so that the server is never broken off in the middle of saving.
function pump(atOnce = false) {
  clearTimeout(page.timer);
  const moved = page.at !== page.told;
  if (!page.queue.length && !moved) return;
  const left = page.flying ? AGAIN_AFTER - (Date.now() - page.sentAt) : 0;
  const rest = page.queue.length ? 0 : REST - (Date.now() - page.movedAt);
  if (!atOnce && (left > 0 || rest > 0)) {
    page.timer = setTimeout(() => pump(), Math.min(Math.max(left, rest), REST));
    return;
  }
  page.sent += 1;
  Object.assign(page, { nonce: `${page.client}:${page.sent}`, flying: true, sentAt: Date.now(), told: page.at });
  page.send({ client: page.client, nonce: page.nonce, events: page.queue.slice(), at: page.at });
  page.timer = setTimeout(() => pump(), AGAIN_AFTER + 50);
}

// A row of inputs for each unit; built anew only where rows or columns are others.
function draw() {
  const { data } = page;
  const shape = JSON.stringify([data.place, data.columns, data.rows.map((row) => [row.i, row.n, row.x]), data.refused]);
  if (shape !== page.drawn) build(shape);
  const pending = new Map(page.queue.map((event) => [[...event.p, event.u, event.i, event.f].join("\n"), event.t]));
  data.rows.forEach((row, r) => {
    const count = page.table.tBodies[0].rows[r].cells[1];
    change(count, "textContent", row.c);
    count.classList.toggle("done", row.d);
    row.cells.forEach((cell, c) => drawCell(page.inputs[r][c], cell, pending));
  });
  if (page.started !== data.start) start(data.start);
  drawBar();
}

// Who comes for one indicator begins in its column, at the first cell that is empty.
function start(indicator) {
  if (page.data.refused) return;
  page.started = indicator;
  const c = page.data.columns.findIndex((column) => column.i === indicator);
  if (c < 0 || page.active) return;
  Object.assign(page, { at: indicator, told: indicator });
  if (document.activeElement !== document.body) return;
  const free = page.inputs.map((row) => row[c]).filter((input) => !input.readOnly);
  (free.find((input) => !input.value) ?? free[0])?.focus();
}

function build(shape) {
  const { data, table } = page;
  const left = page.active ? { ...cellOf(page.active) } : null;
  Object.assign(page, { drawn: shape, active: null, editing: false, notice: "" });
  const head = document.createElement("tr");
  head.append(heading(data.words.unit), heading(data.words.rated, data.words.ratedHelp));
  data.columns.forEach((column) => head.append(heading(column.n, column.h, column.f)));
  table.tHead.replaceChildren(head);
  page.inputs = [];
  table.tBodies[0].replaceChildren(...data.rows.map(buildRow));
  if (left) goOnTyping(left);
}

const cellOf = ({ place, unit, indicator, field, value, shown, seen, readOnly }) => {
  return { place, unit, indicator, field, value, shown, seen, readOnly };
};
const nameOf = (cell) => [...cell.place, cell.unit, cell.indicator, cell.field].join("\n");

// The rows are others, but who was typing goes on; where the cell is gone, its text is sent as it is.
function goOnTyping(left) {
  const found = page.inputs.flat().find((input) => nameOf(input) === nameOf(left));
  if (!found || found.readOnly) {
    commit(left);
    return;
  }
  found.focus();
  if (left.value === left.shown) return;
  Object.assign(found, { value: left.value, shown: left.shown, seen: left.seen });
  caret(found);
}

function heading(words, help, name) {
  const cell = document.createElement("th");
  cell.textContent = words;
  cell.scope = "col";
  if (help) cell.title = help;
  if (name) cell.className = name;
  return cell;
}

function buildRow(row, r) {
  const line = document.createElement("tr");
  line.className = row.x ? "closed" : "";
  const name = heading(row.x ? `${row.n} 🔒` : row.n, row.x);
  name.scope = "row";
  const count = document.createElement("td");
  count.className = "count";
  line.append(name, count);
  page.inputs.push(page.data.columns.map((column, c) => line.appendChild(buildCell(row, column, r, c)).firstChild));
  return line;
}

function buildCell(row, column, r, c) {
  const cell = document.createElement("td");
  cell.className = column.f;
  const input = cell.appendChild(document.createElement("input"));
  Object.assign(input, { r, c, place: page.data.place, unit: row.i, indicator: column.i, field: column.f });
  Object.assign(input, { shown: "", seen: 0 });
  Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, maxLength: 2000 });
  input.readOnly = Boolean(page.data.refused || row.x);
  input.setAttribute("aria-label", `${row.n}, ${column.n}`);
  return cell;
}

function drawCell(input, cell, pending) {
  const own = nameOf(input);
  const words = pending.get(own) ?? cell.t;
  const dirty = input === page.active && input.value !== input.shown;
  if (!dirty) {
    if (input.value !== words) {
      input.value = words;
      if (input === page.active) input.select();
    }
    Object.assign(input, { shown: words, seen: cell.r });
  }
  change(input, "className", pending.has(own) ? "pending" : (cell.m ?? ""));
  change(input, "placeholder", cell.p ?? "");
  change(input, "title", cell.h ?? "");
}

function drawBar() {
  const { data, queue } = page;
  const bar = page.parent.querySelector(".bar");
  const put = (name, words) => change(bar.querySelector(`.${name}`), "textContent", words);
  put("saved", data.words.saved);
  put("unsent", queue.length ? data.words.unsent.replace("{count}", queue.length) : "");
  put("waiting", data.words.waiting);
  put("notice", page.notice);
  bar.dataset.unsent = queue.length;
  const columns = page.table.tHead.rows[0].cells;
  data.columns.forEach((column, c) => columns[c + 2].classList.toggle("at", column.i === page.at));
}

// Setting what is already there would make the browser lay the page out again.
function change(element, part, words) {
  if (element[part] !== words) element[part] = words;
}

function commit(input) {
  page.editing = false;
  if (input.value === input.shown || input.readOnly) return;
  say(input, input.value);
  page.notice = "";
  drawBar();
  pump();
}

function say(input, words) {
  page.number += 1;
  const { place, unit, indicator, field, seen } = input;
  const event = { s: page.number, p: place, u: unit, i: indicator, f: field, t: words, r: seen };
  page.queue.push(event);
  keep();
  Object.assign(input, { value: words, shown: words, className: "pending" });
}

function entered(event) {
  const input = event.target;
  if (page.active && page.active !== input) commit(page.active);
  Object.assign(page, { active: input, editing: false });
  input.select();
  if (page.at === input.indicator) return;
  Object.assign(page, { at: input.indicator, movedAt: Date.now() });
  drawBar();
  pump();
}

// Who leaves the grid may leave the page: nothing waits any more.
function left(event) {
  if (!event.target.isConnected) return;
  commit(event.target);
  if (page.active === event.target) page.active = null;
  if (page.queue.length && !page.table.contains(event.relatedTarget)) pump(true);
}

// The first click on a cell selects it, the next one sets the caret in its text.
function pointed(event) {
  if (event.target.tagName !== "INPUT") return;
  if (event.target === page.active) {
    page.editing = true;
    return;
  }
  event.preventDefault();
  event.target.focus();
}

function pressed(event) {
  const input = event.target;
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopPropagation(); // the app's own single-key commands stay out of the way
  const along = { ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  const across = page.editing ? null : { ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  const emptied = !page.editing && ["Delete", "Backspace"].includes(event.key);
  if (event.key === "Enter") goOn(input, event.shiftKey ? -1 : 1);
  else if (along ?? across) goTo(input, ...(along ?? across));
  else if (event.key === "Escape") giveUp(input);
  else if (event.key === "F2") caret(input);
  else if (emptied && !input.readOnly) empty(input);
  else return;
  event.preventDefault();
}

// Down the column, then on at the head of the next one; after the last cell the grid is left.
function goOn(input, step) {
  const rows = page.inputs.length;
  const place = input.c * rows + input.r + step;
  commit(input);
  const next = page.inputs[((place % rows) + rows) % rows]?.[Math.floor(place / rows)];
  if (next) next.focus();
  else input.blur();
}

function goTo(input, down, right) {
  commit(input);
  const next = page.inputs[input.r + down]?.[input.c + right] ?? input;
  if (next === input) input.select();
  else next.focus();
}

function giveUp(input) {
  input.value = input.shown;
  page.editing = false;
  input.select();
}

function caret(input) {
  page.editing = true;
  input.setSelectionRange(input.value.length, input.value.length);
}

function empty(input) {
  input.value = "";
  commit(input);
}

// A block from a spreadsheet fills the cells from the one with the cursor on; it is one message, one save.
function pasted(event) {
  const copied = event.clipboardData?.getData("text/plain") ?? "";
  const first = event.target;
  if (!copied || (page.editing && !/[\t\r\n]/.test(copied))) return;
  event.preventDefault();
  page.editing = false;
  let outside = 0;
  block(copied).forEach((line, down) =>
    line.forEach((text, right) => {
      const input = page.inputs[first.r + down]?.[first.c + right];
      if (!input || input.readOnly) outside += text.trim() ? 1 : 0;
      else if (text.trim() !== input.shown) say(input, text.trim());
    }),
  );
  first.select();
  const words = outside === 1 ? page.data.words.outsideOne : page.data.words.outside;
  page.notice = outside ? words.replace("{count}", outside) : "";
  Object.assign(page, { noticeAfter: page.number, noticeSaves: undefined });
  drawBar();
  pump();
}

// Lines and tabs; a cell in quotation marks may hold both.
function block(words) {
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  let at = 0;
  const text = words.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    cell.lastIndex = at;
    const [all, quoted] = cell.exec(text);
    rows.at(-1).push(quoted === undefined ? all : quoted.replaceAll('""', '"'));
    at += all.length;
    if (at >= text.length) return rows;
    if (text[at] === "\n") rows.push([]);
    at += 1;
  }
}

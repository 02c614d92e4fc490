// The heat-map: rows that are in view are drawn, of any number; head, first column and own unit stay.
const ROW = 28; // pixels, as in the style
const SPARE = 8; // rows drawn above and below what is in view
const FEW = 8; // rows that are in view at once wherever they are drawn: none needs to be pinned
const NONE = -32768; // no figure
const page = {};

// As `heatmap_cells.PLANES`.
const PLANES = {
  shown: Int16Array,
  score: Int16Array,
  against: Int16Array,
  rank: Int16Array,
  tint: Uint8Array,
  state: Uint8Array,
  coverage: Uint8Array,
  flags: Uint8Array,
};

export default function (component) {
  const turn = (page.turn ?? 0) + 1;
  page.turn = turn;
  unpack(component.data).then((told) => page.turn === turn && show(component, told)); // the latest only
}

function show(component, told) {
  const { parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".frame");
  page.say = (what) => setTriggerValue("did", what);
  Object.assign(page, told);
  if (page.frame !== frame) listen(frame, parentElement);
  frame.classList.remove("busy");
  build();
}

function listen(frame, parent) {
  Object.assign(page, { frame, parent, table: frame.querySelector("table"), at: null, drawn: "", place: "" });
  page.tip = parent.querySelector(".tip");
  frame.addEventListener("scroll", () => requestAnimationFrame(() => rows()));
  frame.addEventListener("click", clicked);
  frame.addEventListener("keydown", pressed);
  frame.addEventListener("mouseover", (event) => hint(event.target.closest("td[data-c]")));
  frame.addEventListener("mouseleave", () => hint(null));
  parent.querySelector(".copy").addEventListener("click", copy);
  for (const [name, all] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(name, () => page.frame === frame && frame.isConnected && rows(all));
  }
}

async function unpack(parcel) {
  const end = 4 + new DataView(parcel.buffer, parcel.byteOffset).getUint32(0, true);
  const data = JSON.parse(new TextDecoder().decode(parcel.subarray(4, end)));
  const inflated = new Blob([parcel.subarray(end)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const raw = await new Response(inflated).arrayBuffer();
  const count = data.rows.length * data.columns.length;
  const cells = {};
  let start = 0;
  for (const [name, type] of Object.entries(PLANES)) {
    cells[name] = new type(raw, start, count);
    start += cells[name].byteLength;
  }
  return { data, cells };
}

// Where the figures of a row begin: they stand as the units do, the rows as they are sorted.
const cellsOf = (r) => page.data.at[r] * page.data.columns.length;

const escape = (words) => words.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const figure = (value, places) => (value / 10 ** places).toFixed(places).replace("-", "−");
const signed = (value, places) => (value > 0 ? "+" : "") + figure(value, places);
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

function build() {
  const { data, table, parent, frame } = page;
  const tints = data.tints.map(([paper, ink], k) => `.t${k}, td.t${k} { background-color: ${paper}; color: ${ink}; }`);
  const vars = Object.entries(data.colours).map(([name, value]) => `--${name}: ${value};`).join(" ");
  parent.querySelector(".tints").textContent = `.frame, .foot { ${vars} } ${tints.join(" ")}`;
  const upright = data.columns.length > 9;
  const name = Math.min(210, Math.max(130, frame.clientWidth * 0.2));
  const column = Math.max(upright ? 52 : 76, (frame.clientWidth - name - 16) / data.columns.length);
  table.style.width = `${name + column * data.columns.length}px`;
  table.querySelector("colgroup").innerHTML =
    `<col style="width:${name}px">` + `<col style="width:${column}px">`.repeat(data.columns.length);
  frame.setAttribute("aria-label", data.words.alt);
  frame.setAttribute("aria-rowcount", data.rows.length + 1);
  head(upright);
  if (page.place !== data.place) frame.scrollTo(0, 0);
  page.place = data.place;
  page.drawn = "";
  rows();
  foot();
}

function head(upright) {
  const { data, table } = page;
  const lines = [];
  if (data.columns.some((column) => column.g)) lines.push(groups());
  const names = data.columns.map((column, c) => {
    const at = data.sort.i === column.i;
    const arrow = at ? `<span aria-hidden="true">${data.sort.low ? "▲" : "▼"}</span>` : "";
    const sorted = at ? (data.sort.low ? "ascending" : "descending") : "none";
    const help = escape(`${column.t}\n${fill(data.words.sort, { node: column.n })}`);
    const kind = `${at ? "at " : ""}${column.w ? "whole" : ""}`;
    return `<th scope="col" class="${kind}" aria-sort="${sorted}"><button type="button" data-sort="${c}"
      title="${help}">${escape(column.n)}${arrow}</button></th>`;
  });
  const corner = `<th scope="col"><button type="button" data-sort="-1" title="${escape(data.words.tree)}">${escape(
    data.words.unit,
  )} · ${escape(data.words.count)}</button></th>`;
  const kind = `names ${upright ? "upright" : ""} ${data.turned ? "turned" : ""}`;
  lines.push(`<tr class="${kind}">${corner}${names.join("")}</tr>`);
  if (data.own >= 0 && data.rows.length > FEW) lines.push(line(data.own, "head"));
  table.tHead.innerHTML = lines.join("");
}

function groups() {
  const spans = [];
  for (const column of page.data.columns) {
    const last = spans.at(-1);
    if (last?.name === column.g) last.count += 1;
    else spans.push({ name: column.g, count: 1 });
  }
  const cells = spans.map((one) => `<th colspan="${one.count}" title="${escape(one.name)}">${escape(one.name)}</th>`);
  return `<tr class="groups"><th></th>${cells.join("")}</tr>`;
}

function rows(all = false) {
  const { data, frame, table } = page;
  const count = data.rows.length;
  const first = all ? 0 : Math.max(0, Math.floor(frame.scrollTop / ROW) - SPARE);
  const end = all ? count : Math.min(count, first + Math.ceil(window.innerHeight / ROW) + 2 * SPARE);
  const drawn = `${first}:${end}`;
  if (drawn === page.drawn) return;
  page.drawn = drawn;
  const lines = [gap(first)];
  for (let r = first; r < end; r += 1) lines.push(line(r, "body"));
  lines.push(gap(count - end));
  table.tBodies[0].innerHTML = lines.join("");
  outline();
}

const gap = (count) =>
  count ? `<tr class="gap" aria-hidden="true"><th style="height:${count * ROW}px"></th></tr>` : "";

function line(r, part) {
  const { data } = page;
  const [, name, above] = data.rows[r];
  const from = cellsOf(r);
  const drawn = data.columns.map((_, c) => cell(r, c, from + c));
  const help = escape(`${above ? `${above} › ` : ""}${name}\n${fill(data.words.pin, { unit: name })}`);
  return `<tr class="${r === data.own ? "own" : ""}" aria-rowindex="${part === "head" ? 1 : r + 2}">
    <th scope="row"><button type="button" tabindex="-1" data-unit="${r}" title="${help}">${escape(
      name,
    )}</button></th>${drawn.join("")}</tr>`;
}

function cell(r, c, k) {
  const { data, cells } = page;
  const place = `data-r="${r}" data-c="${c}"`;
  const dagger = cells.flags[k] & 2 ? "†" : "";
  if (cells.shown[k] === NONE) {
    const state = data.states[cells.state[k]];
    return `<td class="words ${state.i}" ${place}>${escape(state.short)}${dagger}</td>`;
  }
  const words = data.signed ? signed(cells.shown[k], 1) : figure(cells.shown[k], 1);
  return `<td class="t${cells.tint[k]}${cells.flags[k] & 1 ? " low" : ""}" ${place}>${words}${dagger}</td>`;
}

function sentences(r, c) {
  const { data, cells } = page;
  const { words } = data;
  const k = cellsOf(r) + c;
  const said = [data.columns[c].t];
  const score = cells.score[k] === NONE ? data.states[cells.state[k]].long : figure(cells.score[k], 2);
  if (cells.score[k] === NONE) said.push(score);
  else if (!data.signed) said.push(fill(words.score, { score }));
  else if (cells.against[k] === NONE) said.push(fill(words.alone, { score }));
  else {
    const difference = signed(cells.shown[k], 1);
    said.push(fill(words.against, { difference, score, against: figure(cells.against[k], 2) }));
  }
  if (cells.rank[k]) said.push(fill(words.rank, { rank: cells.rank[k] }));
  if (cells.coverage[k] < 101) said.push(fill(words.coverage, { coverage: `${cells.coverage[k]}%` }));
  if (cells.flags[k] & 2) said.push(words.dagger);
  return said;
}

function hint(cell) {
  const { tip, data } = page;
  tip.hidden = !cell;
  if (!cell) return;
  const [r, c] = [Number(cell.dataset.r), Number(cell.dataset.c)];
  tip.replaceChildren(document.createElement("b"), sentences(r, c).join("\n"));
  tip.firstChild.textContent = data.rows[r][1];
  const box = cell.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  const right = box.right + 6 + own.width < window.innerWidth;
  tip.style.left = `${right ? box.right + 6 : Math.max(4, box.left - own.width - 6)}px`;
  tip.style.top = `${Math.max(4, Math.min(box.top, window.innerHeight - own.height - 8))}px`;
}

function clicked(event) {
  const button = event.target.closest("button");
  const found = event.target.closest("td[data-c]");
  hint(null);
  if (button?.dataset.sort) {
    const c = Number(button.dataset.sort);
    tell({ what: "sort", node: c < 0 ? "" : page.data.columns[c].i });
  } else if (button?.dataset.unit) pin(Number(button.dataset.unit));
  else if (found) {
    page.at = [Number(found.dataset.r), Number(found.dataset.c)];
    outline();
    ask();
  }
}

// What changes the table; it is drawn anew then, and no longer busy.
function tell(what) {
  page.frame.classList.add("busy");
  page.say(what);
}

function pin(r) {
  if (r !== page.data.own) tell({ what: "unit", unit: page.data.rows[r][0] });
}

// Changes nothing in the table, so nothing would draw it anew.
function ask() {
  const [r, c] = page.at;
  page.say({ what: "why", unit: page.data.rows[r][0], node: page.data.columns[c].i });
}

function pressed(event) {
  if (event.target !== page.frame || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  if (event.key === "Enter" && page.at) ask();
  else if (step) move(...step);
  else return;
  event.preventDefault();
}

function move(down, right) {
  const { data, frame, table } = page;
  const [r, c] = page.at ?? [-down, -right];
  page.at = [
    Math.min(Math.max(r + down, 0), data.rows.length - 1),
    Math.min(Math.max(c + right, 0), data.columns.length - 1),
  ];
  const top = page.at[0] * ROW;
  const space = frame.clientHeight - table.tHead.offsetHeight - 2 * ROW;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (top > frame.scrollTop + space) frame.scrollTop = top - space;
  rows();
  outline();
  const cell = table.querySelector("td.at");
  const name = table.rows[0].cells[0].offsetWidth;
  if (cell && cell.offsetLeft < frame.scrollLeft + name) frame.scrollLeft = cell.offsetLeft - name;
  if (cell && cell.offsetLeft + cell.offsetWidth > frame.scrollLeft + frame.clientWidth)
    frame.scrollLeft = cell.offsetLeft + cell.offsetWidth - frame.clientWidth;
  hint(cell);
}

function outline() {
  page.table.querySelectorAll("td.at").forEach((one) => one.classList.remove("at"));
  if (!page.at) return;
  const [r, c] = page.at;
  const cell = page.table.tBodies[0].querySelector(`td[data-r="${r}"][data-c="${c}"]`);
  cell?.classList.add("at");
  if (cell) {
    cell.id = "gl-heatmap-at";
    page.frame.setAttribute("aria-activedescendant", cell.id);
    cell.setAttribute("aria-label", [page.data.rows[r][1], ...sentences(r, c)].join(", "));
  }
}

function foot() {
  const { data, parent } = page;
  parent.querySelector(".legend").innerHTML = data.legend
    .map((one) => `<span class="key"><i class="${one.k}"></i>${escape(one.t)}</span>`)
    .join("");
  parent.querySelector(".copy").textContent = data.words.copy;
}

// All rows, also those that are not in view, as a spreadsheet takes them.
async function copy() {
  const { data, cells, parent } = page;
  const tidy = (words) => words.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+@-])/, "'");
  const lines = [[data.words.unit, ...data.columns.map((column) => column.n)].map(tidy)];
  data.rows.forEach(([, name], r) => {
    const figures = data.columns.map((_, c) => {
      const k = cellsOf(r) + c;
      if (cells.shown[k] === NONE) return data.states[cells.state[k]].long;
      return (cells.shown[k] / 10).toFixed(1);
    });
    lines.push([tidy(name), ...figures]);
  });
  const words = lines.map((one) => one.join("\t")).join("\n");
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    byHand(words); // an address without encryption has no clipboard of its own
  }
  parent.querySelector(".said").textContent = data.words.copied;
}

function byHand(words) {
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = words;
  area.select();
  document.execCommand("copy");
  area.remove();
}

// How values are written, and the elements they are put in. Whatever comes from the application, such as a job's id, is put in
// as text and never as markup.

export const NOTHING = '–';

export function number(value) {
  return value == null ? NOTHING : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

export function percent(part, all) {
  return all ? number(100 * part / all) + ' %' : NOTHING;
}

/** A duration, in two digits or two units. */
export function time(seconds) {
  if (seconds == null) return NOTHING;
  if (seconds <= 0) return '0 s';
  if (seconds < 0.001) return '< 1 ms';
  if (seconds < 1) return Number((seconds * 1000).toPrecision(2)) + ' ms';
  if (seconds < 60) return seconds.toFixed(seconds < 10 ? 1 : 0) + ' s';
  const units = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];
  const at = units.findIndex(unit => seconds >= unit[1]);
  const [big, small] = [units[at], units[at + 1]];
  const rest = Math.floor(seconds % big[1] / small[1]);
  return Math.floor(seconds / big[1]) + ' ' + big[0] + (rest ? ' ' + rest + ' ' + small[0] : '');
}

export function clock(millis) {
  return new Date(millis).toLocaleTimeString([], { hour12: false });
}

export function ago(seconds) {
  return seconds < 5 ? 'just now' : (seconds < 60 ? Math.floor(seconds / 5) * 5 + ' s' : time(Math.floor(seconds / 60) * 60)) + ' ago';
}

export const typeOf = run => run.job_type == null ? '(no type)' : run.job_type;
export const idOf = run => run.job_id == null ? NOTHING : run.job_id;

export const $ = id => document.getElementById(id);

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text != null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function button(text, key, onclick) {
  const made = element('button', text);
  made.type = 'button';
  made.dataset.key = key;
  made.addEventListener('click', onclick);
  return made;
}

/** The name of a class, which may be broken after its dots. */
export function className(name) {
  const made = element('span');
  for (const part of name.split(/(?<=[.$])/)) made.append(part, element('wbr'));
  return made;
}

/** A number that is a reason to look, when it is one. */
export function alarming(text, isBad) {
  return isBad ? element('strong', text, 'bad') : text;
}

/**
 * Shows rows in a place. A column is { name, cell, isNumber, isWide, sorted, onSort }; a cell is made of a row, as text or as an element. What
 * is the same as before stays in the document, so that a selection or the focus is not lost every two seconds.
 */
export function table(place, caption, columns, rows, none) {
  if (!rows.length) {
    put(place, element('p', none, 'none'));
    return;
  }
  const made = element('table');
  made.append(element('caption', caption));
  const head = made.createTHead().insertRow();
  for (const column of columns) head.append(heading(column));
  const body = made.createTBody();
  for (const row of rows) {
    const tr = body.insertRow();
    columns.forEach((column, at) => tr.append(cell(column, row, at)));
  }
  put(place, made);
}

function heading(column) {
  const th = element('th', null, column.isNumber ? 'n' : '');
  th.scope = 'col';
  if (column.onSort) {
    th.append(button(column.name, 'sort ' + column.name, column.onSort));
    if (column.sorted) th.setAttribute('aria-sort', column.sorted);
  } else {
    th.textContent = column.name;
  }
  return th;
}

function cell(column, row, at) {
  const made = element(at ? 'td' : 'th', null, column.isNumber ? 'n' : column.isWide ? 'wide' : '');
  if (!at) made.scope = 'row';
  // The heading again, for narrow windows, where rows stand as blocks.
  made.dataset.name = column.name;
  made.append(column.cell(row));
  return made;
}

/** Puts one element in place of all that is there, and keeps what is the same of it. */
export function put(place, made) {
  const before = place.firstElementChild;
  if (before && before.isEqualNode(made)) return;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const rows = before && before.tBodies && made.tBodies && before.tHead.isEqualNode(made.tHead);
  if (rows) patch(before.tBodies[0], made.tBodies[0]);
  else place.replaceChildren(made);
  if (focused == null) return;
  const again = [...place.querySelectorAll('button')].find(b => b.dataset.key === focused);
  if (again && again !== document.activeElement) again.focus();
}

function patch(body, wanted) {
  const rows = [...wanted.rows];
  rows.forEach((row, at) => {
    const old = body.rows[at];
    if (!old) body.append(row);
    else if (!old.isEqualNode(row)) old.replaceWith(row);
  });
  while (body.rows.length > rows.length) body.lastElementChild.remove();
}

// The live page. Whatever comes from the application, such as a job's id, is put in as text and never as markup.
'use strict';

const POLL_MS = 2000;
const PROBES_EVERY = 5;
const BIN_S = 5;
const BINS = 120;
const FEW_TYPES = 15;

const $ = id => document.getElementById(id);
const bins = new Map();
let before = null;
let chart = null;
let polls = 0;
let lost = false;
let allTypes = false;
let restarts = 0;
let last = null;

const number = value => value == null ? '–' : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
const percent = (part, all) => all ? number(100 * part / all) + ' %' : '–';

function time(seconds) {
  if (seconds == null) return '–';
  if (seconds < 1) return (seconds * 1000).toPrecision(seconds < 0.001 ? 1 : 2) * 1 + ' ms';
  if (seconds < 100) return seconds.toFixed(1) + ' s';
  if (seconds < 6000) return Math.floor(seconds / 60) + ' min ' + Math.floor(seconds % 60) + ' s';
  return number(seconds / 3600) + ' h';
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text != null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Columns are [heading, cell of a row, whether it is a number]; a cell is a text or an element. */
function table(place, caption, columns, rows, none) {
  if (!rows.length) {
    place.replaceChildren(element('p', none, 'none'));
    return;
  }
  const made = element('table');
  made.append(element('caption', caption));
  const head = made.createTHead().insertRow();
  for (const [heading, , isNumber] of columns) {
    const th = element('th', heading, isNumber ? 'n' : '');
    th.scope = 'col';
    head.append(th);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const tr = body.insertRow();
    for (const [, cell, isNumber] of columns) {
      const td = element('td', null, isNumber ? 'n' : '');
      td.append(cell(row));
      tr.append(td);
    }
  }
  place.replaceChildren(made);
}

/** As table(), where a button in it has the focus: it keeps it. */
function tableKeepingFocus(place, ...rest) {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  table(place, ...rest);
  if (focused != null) [...place.querySelectorAll('button')].find(b => b.dataset.key === focused)?.focus();
}

function add(atSeconds, completed, failed) {
  const at = Math.floor(atSeconds / BIN_S) * BIN_S;
  const bin = bins.get(at) || { completed: 0, failed: 0 };
  bin.completed += completed;
  bin.failed += failed;
  bins.set(at, bin);
}

/** What ended since the last time; counters that went down are those of a new JVM. */
function count(metrics, jobs) {
  const processed = metrics.counters.job_processed_total || 0;
  const failed = metrics.counters.job_failed_total || 0;
  if (!before) {
    for (const run of jobs.ended) {
      if (run.outcome !== 'skipped') add(run.ended_at / 1000, run.outcome === 'completed' ? 1 : 0, run.outcome === 'failed' ? 1 : 0);
    }
  } else {
    const fresh = processed < before.processed;
    if (fresh) restarts++;
    const ended = processed - (fresh ? 0 : before.processed);
    const bad = Math.max(0, failed - (fresh ? 0 : before.failed));
    add(jobs.now / 1000, Math.max(0, ended - bad), bad);
  }
  before = { processed, failed };
  const oldest = jobs.now / 1000 - BIN_S * BINS;
  for (const at of bins.keys()) if (at < oldest) bins.delete(at);
}

function sums(since) {
  let completed = 0;
  let failed = 0;
  for (const [at, bin] of bins) {
    if (at >= since) {
      completed += bin.completed;
      failed += bin.failed;
    }
  }
  return { all: completed + failed, failed };
}

function tiles(metrics, jobs) {
  const now = jobs.now / 1000;
  const all = sums(0);
  const g = metrics.gauges;
  const processing = metrics.histograms.job_processing_seconds;
  const values = [
    ['Jobs per minute', number(sums(now - 60).all)],
    ['Failed, 10 minutes', percent(all.failed, all.all), all.failed > 0],
    ['p95', processing && processing.count ? time(processing.p95) : '–'],
    ['Active', number(g.active_jobs)],
    ['Oldest active', g.active_jobs ? time(g.job_oldest_active_seconds) : '–'],
    ['Queue length', number(g.queue_length)],
    ['Dead letters', number(g.failed_jobs_dlq), g.failed_jobs_dlq > 0],
  ];
  $('tiles').replaceChildren(...values.map(([name, value, bad]) => {
    const div = element('div');
    div.append(element('dt', name), element('dd', value, bad ? 'bad' : ''));
    return div;
  }));
}

function draw(nowMillis) {
  const style = getComputedStyle(document.documentElement);
  const color = name => style.getPropertyValue(name).trim();
  const end = Math.floor(nowMillis / 1000 / BIN_S) * BIN_S;
  const xs = [];
  const stacked = [];
  const failed = [];
  for (let at = end - BIN_S * (BINS - 1); at <= end; at += BIN_S) {
    const bin = bins.get(at) || { completed: 0, failed: 0 };
    xs.push(at);
    stacked.push(bin.completed + bin.failed);
    failed.push(bin.failed);
  }
  const all = sums(0);
  $('chart').setAttribute('aria-label', all.all
    ? (all.all - all.failed) + ' runs completed and ' + all.failed + ' failed in the last 10 minutes' : 'No run has ended in the last 10 minutes');
  if (!chart) {
    const bars = uPlot.paths.bars({ size: [0.8, 14, 1] });
    const axis = { stroke: () => color('--soft'), grid: { stroke: () => color('--line'), width: 1 }, ticks: { show: false } };
    chart = new uPlot({
      width: $('chart').clientWidth, height: 190, legend: { show: false }, cursor: { show: false },
      scales: { x: { time: true }, y: { range: (u, min, max) => [0, Math.max(4, max * 1.1)] } },
      axes: [{ ...axis, incrs: [60, 120, 300], values: (u, at) => at.map(s => new Date(s * 1000).toTimeString().slice(0, 5)) },
        { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 100000, 1000000] }],
      series: [{}, { paths: bars, points: { show: false }, fill: () => color('--ok'), width: 0 },
        { paths: bars, points: { show: false }, fill: () => color('--bad'), width: 0 }],
    }, [xs, stacked, failed], $('chart'));
  } else {
    chart.setData([xs, stacked, failed]);
  }
}

function usual(run, metrics) {
  const view = run.job_type == null ? metrics : metrics.jobs[run.job_type];
  const processing = view && view.histograms.job_processing_seconds;
  return processing && processing.count ? processing.p95 : null;
}

function against(run, metrics) {
  const p95 = usual(run, metrics);
  if (p95 == null) return element('span', 'no run of its type has ended', 'none');
  const cell = element('span');
  const bar = element('progress');
  bar.max = p95 || 1;
  bar.value = Math.min(run.seconds, bar.max);
  bar.setAttribute('aria-hidden', 'true');
  const late = run.seconds > p95;
  cell.append(bar, element('span', ' ' + (late ? number(run.seconds / p95) + ' × ' : 'of ') + time(p95), late ? 'bad' : ''));
  return cell;
}

function stackButton(run) {
  const button = element('button', 'Stack');
  button.dataset.key = run.run;
  button.setAttribute('aria-label', 'Stack trace of ' + (run.job_id || run.job_type || 'this run'));
  button.onclick = async () => {
    const answer = await fetch('/api/stack?run=' + encodeURIComponent(run.run)).catch(() => null);
    $('stack').hidden = false;
    $('stack').textContent = answer ? (run.job_id || '') + '\n' + await answer.text() : 'The endpoint does not answer.';
    $('stack').focus();
  };
  return button;
}

const type = run => run.job_type == null ? '(no type)' : run.job_type;
const id = run => run.job_id == null ? '–' : run.job_id;

function running(metrics, jobs) {
  $('running-count').textContent = jobs.active_count > 50 ? 'the 50 oldest of ' + jobs.active_count : 'oldest first';
  tableKeepingFocus($('running'), 'Running now', [
    ['Job', id], ['Type', type], ['Attempt', r => String(r.attempt), true], ['Running', r => time(r.seconds), true],
    ['Against the p95', r => against(r, metrics)], ['Thread', stackButton],
  ], jobs.active.slice(0, 50), 'Nothing is running.');
}

function types(metrics) {
  const wanted = $('filter').value.toLowerCase();
  const rows = Object.entries(metrics.jobs).map(([name, view]) => ({
    name, c: view.counters, p: view.histograms.job_processing_seconds || {}, attempts: view.histograms.job_attempts || {},
  }));
  if (!rows.length && metrics.counters.job_processed_total) {
    rows.push({ name: '(no type)', c: metrics.counters, p: metrics.histograms.job_processing_seconds || {}, attempts: metrics.histograms.job_attempts || {} });
  }
  $('filter-label').hidden = rows.length <= FEW_TYPES;
  const found = rows.filter(r => r.name.toLowerCase().includes(wanted))
    .sort((a, b) => (b.p.sum || 0) - (a.p.sum || 0) || a.name.localeCompare(b.name));
  const shown = allTypes ? found : found.slice(0, FEW_TYPES);
  const ran = r => r.p.count > 0;
  const was = types.before || new Map();
  const now = performance.now();
  const rate = r => {
    const first = was.get(r.name);
    const done = r.c.job_processed_total || 0;
    return first && done >= first.done && now - first.at > 5000 ? number((done - first.done) * 60000 / (now - first.at)) : '–';
  };
  const focused = document.activeElement && document.activeElement.dataset.key === 'types';
  table($('types'), 'Job types, the most time first', [
    ['Type', r => r.name], ['Per minute', rate, true], ['Processed', r => number(r.c.job_processed_total || 0), true],
    ['Failed', r => element('span', percent(r.c.job_failed_total || 0, r.c.job_processed_total), r.c.job_failed_total ? 'bad' : ''), true],
    ['p50', r => ran(r) ? time(r.p.p50) : '–', true], ['p95', r => ran(r) ? time(r.p.p95) : '–', true],
    ['p99', r => ran(r) ? time(r.p.p99) : '–', true], ['Attempts', r => ran(r) ? number(r.attempts.avg) : '–', true],
    ['Total time', r => time(r.p.sum || 0), true],
  ], shown, wanted ? 'No type has this in its name.' : 'No job type is known yet.');
  for (const r of rows) {
    const first = was.get(r.name);
    const done = r.c.job_processed_total || 0;
    // The rate is over the last minute: what it starts from is replaced once it is older.
    if (!first || done < first.done || now - first.at > 60000) was.set(r.name, { at: now, done });
  }
  types.before = was;
  if (found.length > FEW_TYPES) {
    const more = element('button', allTypes ? 'Show fewer' : 'Show all ' + found.length);
    more.dataset.key = 'types';
    more.onclick = () => { allTypes = !allTypes; types(last); };
    $('types').append(more);
    if (focused) more.focus();
  }
}

function failures(jobs) {
  const groups = new Map();
  for (const run of jobs.ended) {
    if (run.outcome !== 'failed') continue;
    const name = run.exception || run.error || '(no reason given)';
    const group = groups.get(name) || { name, count: 0, run };
    group.count++;
    groups.set(name, group);
  }
  table($('failures'), 'Recent failures by exception', [
    ['Exception', g => g.name], ['Runs', g => String(g.count), true],
    ['Last', g => id(g.run) + (g.run.error && g.run.error !== g.name ? ': ' + g.run.error : '')],
  ], [...groups.values()].sort((a, b) => b.count - a.count).slice(0, 10), 'None of the last runs failed.');
}

function slowest(jobs) {
  table($('slowest'), 'Slowest runs', [
    ['Job', id], ['Type', type], ['Outcome', r => element('span', r.outcome, r.outcome === 'failed' ? 'bad' : '')], ['Took', r => time(r.seconds), true],
  ], [...jobs.ended].sort((a, b) => b.seconds - a.seconds).slice(0, 8), 'No run has ended yet.');
}

function scans(metrics) {
  const of = (view, verdict) => view.counters['scan_' + verdict + '_total'] || 0;
  table($('scans'), 'Verdicts of scans', [
    ['Scan', s => s[0]], ['Clean', s => number(of(s[1], 'clean')), true],
    ['Infected', s => element('span', number(of(s[1], 'infected')), of(s[1], 'infected') ? 'bad' : ''), true],
    ['Failed', s => element('span', number(of(s[1], 'failed')), of(s[1], 'failed') ? 'bad' : ''), true],
    ['p95', s => s[1].histograms.scan_seconds && s[1].histograms.scan_seconds.count ? time(s[1].histograms.scan_seconds.p95) : '–', true],
  ], Object.entries(metrics.scans), 'No scan is known.');
}

function health(probes) {
  const active = probes.presets.filter(p => p.state === 'active').map(p => p.name);
  const woven = probes.rules.reduce((sum, rule) => sum + (rule.woven || []).length, 0);
  const list = element('ul');
  const rejected = probes.rules.flatMap(rule => (rule.rejected || []).map(why => rule.source + ': ' + why));
  for (const problem of [...probes.problems, ...rejected]) list.append(element('li', problem, 'bad'));
  const errors = element('span', probes.errors + ' errors kept from the application', probes.errors ? 'bad' : '');
  const line = element('p', woven + ' methods woven · ', 'none');
  line.append(errors, ' · presets: ' + (active.join(', ') || 'none active') + ' · ');
  const more = element('a', 'rules and methods');
  more.href = '/api/probes';
  line.append(more);
  $('health').replaceChildren(line, list.childElementCount ? list : element('p', 'No problem is known.', 'none'));
}

async function json(path) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(10000) });
  if (!answer.ok) throw new Error(path + ' answered ' + answer.status);
  return answer.json();
}

function say(text, bad) {
  if ($('status').textContent !== text) $('status').textContent = text;
  $('status').className = bad ? 'lost' : '';
}

async function poll() {
  try {
    if (!document.hidden || !polls) {
      const probes = polls % PROBES_EVERY === 0 || lost ? json('/api/probes') : null;
      const [metrics, jobs] = await Promise.all([json('/api/metrics'), json('/api/jobs')]);
      count(metrics, jobs);
      last = metrics;
      const processed = metrics.counters.job_processed_total || 0;
      $('empty').hidden = processed > 0 || jobs.active_count > 0 || jobs.ended.length > 0;
      tiles(metrics, jobs);
      draw(jobs.now);
      running(metrics, jobs);
      types(metrics);
      failures(jobs);
      slowest(jobs);
      scans(metrics);
      if (probes) health(await probes);
      lost = false;
      say(restarts ? 'Live · the JVM was restarted' : 'Live');
      polls++;
    }
  } catch (problem) {
    lost = true;
    say('The JVM does not answer; trying again. What is shown is old.', true);
  }
  setTimeout(poll, POLL_MS);
}

addEventListener('resize', () => { if (chart) chart.setSize({ width: $('chart').clientWidth, height: 190 }); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { if (chart) chart.redraw(); });
$('filter').addEventListener('input', () => { if (last) types(last); });
poll();

// One row for each type of job; with many of them, the busiest first and the rest on demand.
import * as history from './history.js';
import { $, alarming, number, percent, table, time } from './words.js';

const FEW = 15;
let last = null;
let sortedBy = 'Total time';
let descending = true;
let all = false;

const COLUMNS = [
  { name: 'Type', of: row => row.name, cell: row => row.name },
  { name: 'Per minute', of: row => row.rate, cell: row => number(row.rate) },
  { name: 'Ended', of: row => row.processed, cell: row => number(row.processed) },
  { name: 'Failed', of: row => row.processed ? row.failed / row.processed : null,
    cell: row => alarming(percent(row.failed, row.processed), row.failed > 0) },
  { name: 'p50', of: row => row.times.p50, cell: row => time(row.times.p50) },
  { name: 'p95', of: row => row.times.p95, cell: row => time(row.times.p95) },
  { name: 'p99', of: row => row.times.p99, cell: row => time(row.times.p99) },
  { name: 'Attempts', of: row => row.attempts, cell: row => number(row.attempts) },
  { name: 'Active', of: row => row.active, cell: row => number(row.active) },
  { name: 'Total time', of: row => row.times.sum, cell: row => time(row.times.sum) },
];

export function types(metrics) {
  last = metrics;
  const rows = Object.entries(metrics.jobs).map(([name, view]) => row(name, view, history.perMinuteOf(name)));
  if (!rows.length && metrics.counters.job_processed_total) rows.push(row('(no type)', metrics, history.perMinute()));
  const wanted = $('filter').value.trim().toLowerCase();
  const found = rows.filter(one => one.name.toLowerCase().includes(wanted)).sort(order);
  $('filter-label').hidden = rows.length <= FEW;
  $('types-count').textContent = rows.length <= FEW ? '' : wanted ? found.length + ' of ' + rows.length : String(rows.length);
  table($('types'), 'Job types', COLUMNS.map(heading), all ? found : found.slice(0, FEW),
    wanted ? 'No type has this in its name.' : 'No job type is known yet.');
  $('types-more').hidden = found.length <= FEW;
  $('types-more').textContent = all ? 'Show the first ' + FEW : 'Show all ' + found.length;
}

function row(name, view, rate) {
  const times = view.histograms.job_processing_seconds;
  const attempts = view.histograms.job_attempts;
  return {
    name, rate,
    processed: view.counters.job_processed_total || 0,
    failed: view.counters.job_failed_total || 0,
    active: view.gauges.active_jobs || 0,
    times: times && times.count ? times : {},
    attempts: attempts && attempts.count ? attempts.avg : null,
  };
}

function heading(column) {
  const isSorted = column.name === sortedBy;
  return {
    name: column.name, cell: column.cell, isNumber: column.name !== 'Type',
    sorted: isSorted ? descending ? 'descending' : 'ascending' : null,
    onSort: () => {
      descending = column.name === sortedBy ? !descending : column.name !== 'Type';
      sortedBy = column.name;
      types(last);
    },
  };
}

/** What is not known stands last, whichever way the rest is sorted. */
function order(one, other) {
  const of = COLUMNS.find(column => column.name === sortedBy).of;
  const [a, b] = [of(one), of(other)];
  if (a == null || b == null) return (a == null) - (b == null) || one.name.localeCompare(other.name);
  const way = typeof a === 'string' ? a.localeCompare(b) : a - b;
  return (descending ? -way : way) || one.name.localeCompare(other.name);
}

$('filter').addEventListener('input', () => { if (last) types(last); });
$('types-more').addEventListener('click', () => { all = !all; types(last); });

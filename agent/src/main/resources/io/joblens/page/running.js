// The runs that go on, each against what is usual for its type, and the stack of the thread that works on one.
import { $, alarming, button, clock, element, idOf, number, table, time, typeOf } from './words.js';

const MOST = 50;
let shown = null;

export function running(metrics, jobs) {
  $('running-count').textContent = jobs.active_count > MOST ? 'the ' + MOST + ' oldest of ' + number(jobs.active_count) : 'oldest first';
  table($('running'), 'Running now, oldest first', [
    { name: 'Job', cell: idOf },
    { name: 'Type', cell: typeOf },
    { name: 'Attempt', cell: run => String(run.attempt), isNumber: true },
    { name: 'Running for', cell: run => time(run.seconds), isNumber: true },
    { name: 'Against the p95 of its type', cell: run => against(run, metrics), isWide: true },
    { name: 'Thread', cell: stackButton },
  ], jobs.active.slice(0, MOST), 'Nothing is running.');
}

function against(run, metrics) {
  const view = run.job_type == null ? metrics : metrics.jobs[run.job_type];
  const processing = view && view.histograms.job_processing_seconds;
  if (!processing || !processing.count) return element('span', 'none of its type has ended', 'none');
  const p95 = processing.p95;
  const late = run.seconds > p95;
  const bar = element('progress', null, late ? 'late' : '');
  bar.max = p95 || 1;
  bar.value = Math.min(run.seconds, bar.max);
  bar.setAttribute('aria-hidden', 'true');
  const cell = element('span', null, 'against');
  cell.append(bar, alarming(p95 && late ? number(run.seconds / p95) + ' × ' + time(p95) : 'of ' + time(p95), late && run.seconds > 2 * p95));
  return cell;
}

function stackButton(run) {
  const made = button('Stack', run.run, () => show(run));
  made.setAttribute('aria-label', 'Stack of ' + idOf(run) + ', ' + typeOf(run));
  made.setAttribute('aria-controls', 'stack');
  return made;
}

async function show(run) {
  shown = run;
  const answer = await fetch('/api/stack?run=' + encodeURIComponent(run.run)).catch(() => null);
  const text = answer ? await answer.text() : 'The JVM does not answer.';
  $('stack-title').textContent = 'Stack of ' + idOf(run) + ', ' + typeOf(run) + ', at ' + clock(Date.now());
  $('stack-text').textContent = text;
  $('stack').hidden = false;
  $('stack-title').focus();
}

$('stack-again').addEventListener('click', () => show(shown));
$('stack-close').addEventListener('click', () => {
  $('stack').hidden = true;
  const from = [...$('running').querySelectorAll('button')].find(b => b.dataset.key === shown.run);
  (from || $('running-title')).focus();
});

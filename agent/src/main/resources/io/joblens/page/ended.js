// What can be told of the last runs that ended, and of scans.
import { $, ago, alarming, className, idOf, number, percent, table, time, typeOf } from './words.js';

const FEW = 8;

export function failures(jobs) {
  const groups = new Map();
  for (const run of jobs.ended) {
    if (run.outcome !== 'failed') continue;
    const name = run.exception || run.error || '(no reason given)';
    const group = groups.get(name) || { name, count: 0, last: run, types: new Set() };
    group.count++;
    group.types.add(typeOf(run));
    groups.set(name, group);
  }
  table($('failures'), 'Recent failures by exception', [
    { name: 'Exception', cell: group => className(group.name), isWide: true },
    { name: 'Runs', cell: group => String(group.count), isNumber: true },
    { name: 'Types', cell: group => [...group.types].slice(0, 3).join(', ') + (group.types.size > 3 ? ' …' : '') },
    { name: 'The last', cell: group => idOf(group.last) + (group.last.error && group.last.error !== group.name ? ': ' + group.last.error : ''), isWide: true },
    { name: 'When', cell: group => ago((jobs.now - group.last.ended_at) / 1000), isNumber: true },
  ], [...groups.values()].sort((a, b) => b.count - a.count).slice(0, FEW),
  jobs.ended.length ? 'None of the last ' + jobs.ended.length + ' runs failed.' : 'No run has ended yet.');
}

export function slowest(jobs) {
  table($('slowest'), 'Slowest of the last runs', [
    { name: 'Job', cell: idOf },
    { name: 'Type', cell: typeOf },
    { name: 'Outcome', cell: run => alarming(run.outcome, run.outcome === 'failed') },
    { name: 'Took', cell: run => time(run.seconds), isNumber: true },
    { name: 'When', cell: run => ago((jobs.now - run.ended_at) / 1000), isNumber: true },
  ], [...jobs.ended].sort((a, b) => b.seconds - a.seconds).slice(0, FEW), 'No run has ended yet.');
}

export function scans(metrics) {
  const rows = Object.entries(metrics.scans).map(([name, view]) => {
    const of = verdict => view.counters['scan_' + verdict + '_total'] || 0;
    return { name, clean: of('clean'), infected: of('infected'), failed: of('failed'), times: view.histograms.scan_seconds };
  });
  $('scans-section').hidden = !rows.length;
  table($('scans'), 'Verdicts of scans', [
    { name: 'Scan', cell: scan => scan.name },
    { name: 'Clean', cell: scan => number(scan.clean), isNumber: true },
    { name: 'Infected', cell: scan => alarming(number(scan.infected), scan.infected > 0), isNumber: true },
    { name: 'Not done', cell: scan => alarming(number(scan.failed), scan.failed > 0), isNumber: true },
    { name: 'Infected share', cell: scan => percent(scan.infected, scan.clean + scan.infected), isNumber: true },
    { name: 'p95', cell: scan => scan.times && scan.times.count ? time(scan.times.p95) : '–', isNumber: true },
  ], rows, 'No scan is known.');
}

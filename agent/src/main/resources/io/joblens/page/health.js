// How the agent itself is, and what to do where no job was seen yet.
import { $, alarming, clock, element, number, put, time } from './words.js';

const MOST = 20;

export function health(probes, jobs, metrics, version) {
  const woven = methods(probes);
  const silent = probes.rules.filter(rule => !rule.rejected && rule.woven && !rule.woven.length && rule.nearest);
  const active = probes.presets.filter(preset => preset.state === 'active').map(preset => preset.name);
  const wrong = [...probes.problems, ...probes.rules.flatMap(rule => (rule.rejected || []).map(why => rule.source + ': ' + why))];
  const list = element('dl', null, 'facts');
  fact(list, 'Version', version);
  fact(list, 'Measuring for', time((jobs.now - jobs.since) / 1000) + ', since ' + clock(jobs.since));
  fact(list, 'Methods woven', number(woven));
  fact(list, 'Rules without a method', alarming(number(silent.length), silent.length > 0));
  fact(list, 'Presets at work', active.join(', ') || 'none');
  fact(list, 'Errors kept from the application', alarming(number(probes.errors), probes.errors > 0));
  const unmatched = metrics.counters.joblens_unmatched_ends_total || 0;
  fact(list, 'Ends without a start', alarming(number(unmatched), unmatched > 0));
  const made = element('div');
  made.append(list, wrong.length ? texts(wrong, 'bad') : element('p', 'Nothing is known to be wrong.', 'none'));
  put($('health'), made);
}

/** What is known of why there is no job yet. */
export function nothingYet(probes) {
  const woven = methods(probes);
  $('empty-woven').textContent = woven
    ? number(woven) + (woven === 1 ? ' method is' : ' methods are') + ' woven and wait for their first call.'
    : 'No method is woven yet: no class that holds a job has been loaded, or no rule means one of its methods.';
  const near = probes.rules.filter(rule => rule.nearest && rule.nearest.length)
    .map(rule => rule.source + ' means no method; near to it: ' + rule.nearest.join(', '));
  const hints = [...near, ...probes.problems];
  put($('empty-hints'), hints.length ? texts(hints) : element('span'));
}

function methods(probes) {
  return probes.rules.reduce((sum, rule) => sum + (rule.woven || []).length, 0);
}

function fact(list, name, value) {
  const shown = element('dd');
  shown.append(value);
  const pair = element('div');
  pair.append(element('dt', name), shown);
  list.append(pair);
}

function texts(all, className) {
  const list = element('ul');
  for (const text of all.slice(0, MOST)) list.append(element('li', text, className));
  if (all.length > MOST) list.append(element('li', 'and ' + (all.length - MOST) + ' more'));
  return list;
}

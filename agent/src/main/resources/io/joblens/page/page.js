// The live page: asks the JVM every two seconds and hands the answers to the parts.
import { failures, scans, slowest } from './ended.js';
import { health, nothingYet } from './health.js';
import * as history from './history.js';
import { draw, tiles } from './overview.js';
import { running } from './running.js';
import { types } from './types.js';
import { $, clock } from './words.js';

const POLL_MS = 2000;
const PROBES_EVERY = 5;
const PATIENCE_MS = 10000;
// Between wrong credentials, so that they do not shut out this address.
const REFUSED_MS = 60000;
const REFUSALS = {
  401: 'The JVM asks for credentials that this page does not have; reload it to give them.',
  403: 'The JVM does not show this page here without credentials.',
  429: 'The JVM has had too many wrong credentials from this address; this page asks again in a minute.',
};

let polls = 0;
let lostAt = 0;
let refusal = 0;
let version = '';
let probes = null;

async function poll() {
  clearTimeout(poll.timer);
  try {
    if (document.hidden && polls) return;
    const answers = await ask().catch(error => lost(error.status || 0));
    if (answers) found(...answers);
  } finally {
    poll.timer = setTimeout(poll, REFUSALS[refusal] ? REFUSED_MS : POLL_MS);
  }
}

async function ask() {
  const isDue = lostAt || polls % PROBES_EVERY === 0;
  const [metrics, jobs] = await Promise.all([json('/api/metrics'), json('/api/jobs')]);
  return [metrics, jobs, isDue ? await json('/api/probes') : probes, isDue ? await text('/page/version') : version];
}

function found(metrics, jobs, ...about) {
  [probes, version] = about;
  const isOther = history.take(metrics, jobs);
  if (isOther) say('A new JVM answers here since ' + clock(jobs.since) + '; its counters start anew.', 'news');
  else if (lostAt) say('The JVM answers again.', 'news');
  $('state').textContent = 'Live';
  $('state').className = 'live';
  document.body.classList.remove('stale');
  lostAt = refusal = 0;
  polls++;
  show(metrics, jobs);
}

function show(metrics, jobs) {
  const seen = metrics.counters.job_processed_total > 0 || jobs.active_count > 0 || jobs.ended.length > 0;
  $('empty').hidden = seen;
  if (!seen) nothingYet(probes);
  tiles(metrics);
  draw();
  running(metrics, jobs);
  types(metrics);
  failures(jobs);
  slowest(jobs);
  scans(metrics);
  health(probes, jobs, metrics, version);
}

// With the status of an answer that was no good; 0 where there was none.
function lost(status) {
  if (!lostAt || status !== refusal) {
    lostAt = lostAt || Date.now();
    refusal = status;
    say(whyLost(), 'lost');
  }
  $('state').textContent = status ? 'Refused' : 'Not answering';
  $('state').className = 'lost';
  document.body.classList.add('stale');
}

function whyLost() {
  if (REFUSALS[refusal]) return REFUSALS[refusal];
  if (refusal) return 'The JVM answers with status ' + refusal + '; its stderr may tell why.';
  return polls
    ? 'The JVM does not answer since ' + clock(lostAt) + '. What is shown is from before; this page goes on asking.'
    : 'The JVM does not answer; this page goes on asking.';
}

function say(sentence, kind) {
  $('banner').className = kind;
  $('banner-text').textContent = sentence;
  $('banner-button').textContent = kind === 'lost' ? 'Ask now' : 'Hide';
  $('banner-button').hidden = false;
}

async function get(path) {
  // Of the origin, because the address of the page may hold a password, which no request may.
  const answer = await fetch(location.origin + path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
  return answer;
}

const json = async path => (await get(path)).json();
const text = async path => (await get(path)).text();

$('banner-button').addEventListener('click', () => {
  if (lostAt) {
    poll();
    return;
  }
  $('banner').className = 'quiet';
  $('banner-text').textContent = '';
  $('banner-button').hidden = true;
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) poll(); });
poll();

// What ended when, as far as this page knows: from the last runs when it is opened, from the counters from then on.

export const BIN_S = 5;
export const BINS = 120;
const RATE_S = 60;
const KEPT_RUNS = 200;

const bins = new Map();
const types = new Map();
let before = null;
let coveredFrom = 0;
let now = 0;

/** Takes in one pair of answers; true when they are those of another JVM than the pair before. */
export function take(metrics, jobs) {
  now = jobs.now / 1000;
  const ended = { processed: metrics.counters.job_processed_total || 0, failed: metrics.counters.job_failed_total || 0, since: jobs.since };
  const isOther = before != null && before.since !== jobs.since;
  if (!before) {
    start(jobs);
  } else {
    const processed = ended.processed - (isOther ? 0 : before.processed);
    const failed = ended.failed - (isOther ? 0 : before.failed);
    add(now, Math.max(0, processed - failed), Math.max(0, failed));
  }
  if (isOther) types.clear();
  before = ended;
  for (const at of bins.keys()) if (at < now - BIN_S * BINS) bins.delete(at);
  for (const [name, view] of Object.entries(metrics.jobs)) mark(name, view.counters.job_processed_total || 0);
  return isOther;
}

/** The completed and the failed of the last ten minutes, as columns over the seconds since 1970. */
export function columns() {
  const end = Math.floor(now / BIN_S) * BIN_S;
  const xs = [];
  const all = [];
  const failed = [];
  for (let at = end - BIN_S * (BINS - 1); at <= end; at += BIN_S) {
    const bin = bins.get(at) || { completed: 0, failed: 0 };
    xs.push(at);
    all.push(bin.completed + bin.failed);
    failed.push(bin.failed);
  }
  return [xs, all, failed];
}

/** How many ended within the last seconds. */
export function sums(seconds) {
  let completed = 0;
  let failed = 0;
  for (const [at, bin] of bins) {
    if (at + BIN_S > now - seconds) {
      completed += bin.completed;
      failed += bin.failed;
    }
  }
  return { completed, failed, all: completed + failed };
}

/** Over the last minute, or over what is known of it. */
export function perMinute() {
  const covered = Math.min(RATE_S, now - coveredFrom);
  return covered < BIN_S ? null : sums(RATE_S).all * 60 / covered;
}

export function perMinuteOf(name) {
  const marks = types.get(name);
  if (!marks || marks.length < 2) return null;
  const [first, last] = [marks[0], marks[marks.length - 1]];
  return last.at - first.at < BIN_S ? null : (last.done - first.done) * 60 / (last.at - first.at);
}

function start(jobs) {
  for (const run of jobs.ended) {
    if (run.outcome === 'completed') add(run.ended_at / 1000, 1, 0);
    if (run.outcome === 'failed') add(run.ended_at / 1000, 0, 1);
  }
  const oldest = jobs.ended[jobs.ended.length - 1];
  coveredFrom = (jobs.ended.length < KEPT_RUNS ? jobs.since : oldest.ended_at) / 1000;
}

function add(atSeconds, completed, failed) {
  const at = Math.floor(atSeconds / BIN_S) * BIN_S;
  const bin = bins.get(at) || { completed: 0, failed: 0 };
  bin.completed += completed;
  bin.failed += failed;
  bins.set(at, bin);
}

function mark(name, done) {
  const marks = types.get(name) || [];
  marks.push({ at: now, done });
  while (marks.length > 2 && marks[1].at <= now - RATE_S) marks.shift();
  types.set(name, marks);
}

/**
 * Counters, gauges and histograms of jobs, scans and operations, and the registry that holds them. Recording takes no
 * lock that anybody waits for and allocates nothing in steady state.
 */
package io.joblens.bootstrap.metrics;

/** What Joblens costs, beside the same work written by hand. */
package io.joblens.benchmarks;

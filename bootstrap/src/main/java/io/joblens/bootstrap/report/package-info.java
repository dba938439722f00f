/** What Joblens has to say about itself: one-line sentences on stderr, and the count of its errors. */
package io.joblens.bootstrap.report;

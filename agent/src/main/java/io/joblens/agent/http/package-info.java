/**
 * The endpoint: a small HTTP/1.1 server, and the writers of what it shows. Requests walk one way: {@link
 * io.joblens.agent.http.Endpoint} binds, the server's only selector thread reads heads and writes responses, workers ask
 * the {@link io.joblens.agent.http.Route routes}.
 */
package io.joblens.agent.http;

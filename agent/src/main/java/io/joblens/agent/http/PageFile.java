package io.joblens.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files of the live page. Read from the JAR when they are asked for: the browsers are few, and the JVMs many. */
enum PageFile implements Route {
    PAGE("/", "page.html", "text/html; charset=utf-8"),
    STYLE("/page/page.css", "page.css", "text/css; charset=utf-8"),
    ICON("/page/page.svg", "page.svg", "image/svg+xml"),
    VERSION("/page/version", "version", "text/plain; charset=utf-8"),
    CHART_SCRIPT("/page/uplot.js", "uPlot.iife.min.js", PageFile.SCRIPT),
    CHART_STYLE("/page/uplot.css", "uPlot.min.css", "text/css; charset=utf-8"),
    MAIN("/page/page.js", "page.js", PageFile.SCRIPT),
    WORDS("/page/words.js", "words.js", PageFile.SCRIPT),
    HISTORY("/page/history.js", "history.js", PageFile.SCRIPT),
    OVERVIEW("/page/overview.js", "overview.js", PageFile.SCRIPT),
    RUNNING("/page/running.js", "running.js", PageFile.SCRIPT),
    TYPES("/page/types.js", "types.js", PageFile.SCRIPT),
    ENDED("/page/ended.js", "ended.js", PageFile.SCRIPT),
    HEALTH("/page/health.js", "health.js", PageFile.SCRIPT);

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** Nothing from elsewhere, nothing inline, and nobody may frame it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String FOLDER = "/io/joblens/page/";

    private final String path;
    private final String file;
    private final String contentType;

    PageFile(String path, String file, String contentType) {
        this.path = path;
        this.file = file;
        this.contentType = contentType;
    }

    String path() {
        return path;
    }

    @Override
    public Response answer(Request request) throws IOException {
        return Response.ok(contentType, read())
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer");
    }

    private byte[] read() throws IOException {
        try (InputStream in = PageFile.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + file);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                bytes.write(part, 0, count);
            }
            return bytes.toByteArray();
        }
    }
}

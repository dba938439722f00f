package io.mangamotion;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jcodec.api.awt.AWTSequenceEncoder;

/** Shows pages one after the other, slowly zooming in on each, as H.264 in an MP4 container. */
final class Film {
    /** Multiples of 16, the size of H.264's macroblocks. */
    private static final int WIDTH = 320;

    private static final int HEIGHT = 480;
    private static final int FRAMES_PER_SECOND = 2;
    private static final int FRAMES_PER_PAGE = 2;
    private static final double ZOOM_PER_FRAME = 0.04;

    private Film() {}

    /** The page in the size of the film, on black where its shape is another. */
    static BufferedImage fit(BufferedImage page) {
        return draw(page, Math.min((double) WIDTH / page.getWidth(), (double) HEIGHT / page.getHeight()));
    }

    /** Writes the film; the file is there when it is complete, and not before. */
    static void write(List<BufferedImage> pages, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        AWTSequenceEncoder encoder = AWTSequenceEncoder.createSequenceEncoder(part.toFile(), FRAMES_PER_SECOND);
        for (BufferedImage page : pages) {
            for (int i = 0; i < FRAMES_PER_PAGE; i++) encoder.encodeImage(draw(page, 1 + i * ZOOM_PER_FRAME));
        }
        encoder.finish();
        Files.move(part, file, REPLACE_EXISTING);
    }

    private static BufferedImage draw(BufferedImage image, double scale) {
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = frame.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, Color.BLACK, null);
        graphics.dispose();
        return frame;
    }
}

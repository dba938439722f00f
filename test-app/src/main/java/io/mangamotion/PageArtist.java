package io.mangamotion;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws comic pages without a font, which a server may not have: panels, people, speech bubbles. */
final class PageArtist {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 480;
    private static final int GUTTER = 8;

    private final Graphics2D graphics;
    private final Random random;

    private PageArtist(Graphics2D graphics, Random random) {
        this.graphics = graphics;
        this.random = random;
    }

    static BufferedImage draw(Random random) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        new PageArtist(graphics, random).panels();
        graphics.dispose();
        return page;
    }

    private void panels() {
        int rows = 2 + random.nextInt(2);
        int height = (HEIGHT - GUTTER) / rows;
        for (int row = 0; row < rows; row++) {
            int columns = 1 + random.nextInt(2);
            int width = (WIDTH - GUTTER) / columns;
            for (int column = 0; column < columns; column++) {
                panel(GUTTER + column * width, GUTTER + row * height, width - GUTTER, height - GUTTER);
            }
        }
    }

    private void panel(int x, int y, int width, int height) {
        graphics.setClip(x, y, width, height);
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.2f, 0.95f));
        graphics.fillRect(x, y, width, height);
        person(x + width / 4 + random.nextInt(width / 2), y + height / 2, height / 6);
        bubble(x + random.nextInt(width / 3), y + GUTTER, width / 2, height / 4);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(3));
        graphics.drawRect(x, y, width - 1, height - 1);
    }

    private void person(int x, int y, int size) {
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.7f, 0.6f));
        graphics.fillRoundRect(x - size, y + size, 2 * size, 3 * size, size, size);
        graphics.setColor(Color.getHSBColor(0.08f, 0.3f + random.nextFloat() / 4, 0.9f));
        graphics.fillOval(x - size, y - size, 2 * size, 2 * size);
        graphics.setColor(Color.BLACK);
        graphics.fillOval(x - size / 2, y - size / 4, size / 4, size / 3);
        graphics.fillOval(x + size / 4, y - size / 4, size / 4, size / 3);
        graphics.drawArc(x - size / 2, y, size, size / 2, 180, 180);
    }

    private void bubble(int x, int y, int width, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fillOval(x, y, width, height);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setStroke(new BasicStroke(2));
        graphics.drawOval(x, y, width, height);
        for (int line = 1; line <= 3; line++) {
            int length = width / 4 + random.nextInt(width / 3);
            graphics.drawLine(x + width / 5, y + line * height / 4, x + width / 5 + length, y + line * height / 4);
        }
    }
}

package io.tukar.stock;

/**
 * A product of which cases hold more than the shelf has to ship, because units there are faulty
 * (clause P1).
 *
 * @param lacking units; above zero
 */
public record Shortage(String sku, String name, int lacking) {}

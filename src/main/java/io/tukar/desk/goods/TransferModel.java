package io.tukar.desk.goods;

import io.tukar.stock.Place;
import io.tukar.stock.Product;
import io.tukar.web.Form;
import java.util.List;
import java.util.UUID;

/**
 * Goods being carried from place to place.
 *
 * @param from the places they may come from
 * @param to the places they may go to
 * @param key made with the form: the same form sent twice is one transfer
 * @param carried the transfer was just booked
 */
public record TransferModel(
    Product product, List<Place> from, List<Place> to, Form form, UUID key, boolean carried) {}

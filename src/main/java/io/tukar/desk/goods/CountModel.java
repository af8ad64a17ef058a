package io.tukar.desk.goods;

import io.tukar.stock.Product;
import io.tukar.web.Form;
import java.util.UUID;

/**
 * A count of the shelf being written down.
 *
 * @param key made with the form: the same form sent twice is one count
 * @param counted the count was just booked
 */
public record CountModel(Product product, Form form, UUID key, boolean counted) {}

package io.tukar.desk.goods;

import io.tukar.web.Form;
import java.util.UUID;

/**
 * A delivery being written down.
 *
 * @param key made with the form: the same form sent twice is one delivery
 * @param rows how many lines the form has
 * @param booked the number of the delivery note just booked; empty for none
 */
public record DeliveryModel(Form form, UUID key, int rows, String booked) {}

package io.tukar.inspection;

import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import org.jspecify.annotations.Nullable;

/**
 * A thing that belongs in a product's box.
 *
 * @param no counts from 1 within the product
 * @param sku its own, where it can be sent alone
 */
public record Part(int no, Words name, @Nullable Sku sku) {

  /** A product's list of contents is no longer. */
  public static final int MAX = 40;

  /** A name is no longer. */
  public static final int NAME_CHARS_MAX = 80;
}

package io.tukar.portal.status;

import io.tukar.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/** What is to be transferred, and where to. */
public record PayView(
    String path, String number, Money amount, Optional<Instant> due, ShopCard shop) {}

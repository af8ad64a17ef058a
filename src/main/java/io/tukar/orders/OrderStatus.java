package io.tukar.orders;

/** How far an order has come. */
public enum OrderStatus {
  OPEN,
  SHIPPED,
  DELIVERED,
  CANCELLED
}

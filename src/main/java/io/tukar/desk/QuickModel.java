package io.tukar.desk;

import io.tukar.orders.Customer;
import io.tukar.orders.FoundOrder;
import io.tukar.orders.Order;
import io.tukar.rma.PreCheck;
import io.tukar.rma.WorkRow;
import io.tukar.stock.Product;
import io.tukar.web.Form;
import io.tukar.web.ProofLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A caller's case.
 *
 * @param typed what an order was searched by
 * @param found the orders to choose from, until one is chosen
 * @param cases the order's cases so far
 * @param products that may be wanted instead, by the order's line
 * @param check what the policy says of the form as it stands
 * @param proofs of the check, in the order of its lines
 */
public record QuickModel(
    String typed,
    List<FoundOrder> found,
    Optional<Order> order,
    Optional<Customer> customer,
    List<WorkRow> cases,
    Map<Integer, List<Product>> products,
    Form form,
    Optional<PreCheck> check,
    List<List<ProofLine>> proofs,
    java.time.Instant now) {}

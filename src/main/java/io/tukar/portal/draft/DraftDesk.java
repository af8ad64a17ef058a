package io.tukar.portal.draft;

import io.tukar.kernel.Language;
import io.tukar.messaging.PortalLinks;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.rma.Draft;
import io.tukar.rma.Drafts;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens drafts for the pages and keeps what they answer. */
@Component
public class DraftDesk {

  private final Drafts drafts;
  private final OrderBook orders;
  private final PortalLinks links;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  DraftDesk(Drafts drafts, OrderBook orders, PortalLinks links, Clock clock) {
    this.drafts = drafts;
    this.orders = orders;
    this.links = links;
    this.clock = clock;
  }

  /**
   * Begins a request for an order, or goes on with the one that was begun (clause P9: the first
   * contact counts). Where only one unit can be meant, it is not asked which.
   */
  public Draft begin(Order order, Language language) {
    var at = clock.instant();
    return drafts
        .openOf(order.id(), at)
        .orElseGet(
            () -> {
              var draft = drafts.start(order.id(), language, at);
              var left = order.items().stream().filter(item -> item.remaining() > 0).toList();
              if (left.size() == 1 && left.getFirst().remaining() == 1) {
                var only = List.of(DraftForm.Line.of(left.getFirst().lineNo(), 1));
                save(new Writing(draft, order, DraftForm.BLANK.choosing(only)), language, at);
              }
              return draft;
            });
  }

  /** The page for an open draft; a submitted one leads to its case, any other is not there. */
  Reply page(UUID id, Function<Writing, Reply> page) {
    var found = drafts.find(id);
    if (found.isEmpty()) {
      return Page.error(HttpStatus.NOT_FOUND);
    }
    var draft = found.get();
    if (draft.rmaId() != null) {
      return new Redirect(links.casePath(draft.rmaId()));
    }
    var order = orders.find(draft.orderId());
    if (order.isEmpty() || !draft.startedAt().isAfter(clock.instant().minus(Drafts.OPEN_FOR))) {
      return Page.error(HttpStatus.NOT_FOUND);
    }
    return page.apply(new Writing(draft, order.get(), read(draft.form())));
  }

  /** As {@link #page}, for a question about a line; a line not chosen leads to where it goes on. */
  Reply page(UUID id, int lineNo, BiFunction<Writing, DraftForm.Line, Reply> page) {
    return page(
        id,
        writing ->
            writing
                .form()
                .line(lineNo)
                .map(line -> page.apply(writing, line))
                .orElseGet(() -> new Redirect(writing.nextPath())));
  }

  /** Keeps the answers and leads to the next question. */
  Reply answered(Writing writing, DraftForm form, Language language) {
    var now = new Writing(writing.draft(), writing.order(), form);
    save(now, language, clock.instant());
    // Where it was submitted meanwhile, the next page leads to the case.
    return new Redirect(now.nextPath());
  }

  private void save(Writing writing, Language language, Instant at) {
    drafts.save(writing.draft().id(), json.writeValueAsString(writing.form()), language, at);
  }

  private DraftForm read(String form) {
    if (form.equals("{}")) {
      return DraftForm.BLANK;
    }
    try {
      return json.readValue(form, DraftForm.class);
    } catch (JacksonException ofAnotherVersion) {
      return DraftForm.BLANK;
    }
  }
}

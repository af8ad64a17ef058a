package io.tukar.portal.draft;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Language;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.PreCheck;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which product for it: the same model, or another from the catalogue. */
@Controller
final class WantedPage {

  private static final String TEMPLATE = "portal/wanted";
  private static final int FOUND_SHOWN_MAX = 8;
  private static final int SEARCH_CHARS_MAX = 80;

  private final DraftDesk drafts;
  private final ExchangeDesk desk;
  private final Catalogue catalogue;
  private final Clock clock;

  WantedPage(DraftDesk drafts, ExchangeDesk desk, Catalogue catalogue, Clock clock) {
    this.drafts = drafts;
    this.desk = desk;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GetMapping("/pengajuan/{id}/pengganti/{line}")
  Reply show(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String search,
      Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) ->
            Page.of(TEMPLATE, model(writing, one, typed(writing, one), search, frame.language())));
  }

  @PostMapping("/pengajuan/{id}/pengganti/{line}")
  Reply wanting(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String wanted,
      @RequestParam(defaultValue = "") String search,
      Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) -> {
          var form = Form.of(Map.of("wanted", wanted));
          var sku = Sku.parse(wanted);
          if (sku.isEmpty()) {
            form = form.with(Refusal.of("choice-missing", "wanted"));
          } else {
            var answer = checked(writing, one.wanting(sku.get()), frame.language());
            if (answer instanceof Answer.Refused<PreCheck>(var reasons)) {
              form =
                  form.with(
                      reasons.stream()
                          .filter(reason -> reason.field().endsWith(".wanted"))
                          .map(reason -> new Refusal(reason.code(), "wanted", reason.args()))
                          .toList());
            }
          }
          return form.isRefused()
              ? Page.refused(TEMPLATE, model(writing, one, form, search, frame.language()))
              : drafts.answered(
                  writing,
                  writing.form().with(line, asked -> asked.wanting(sku.orElseThrow())),
                  frame.language());
        });
  }

  private static Form typed(Writing writing, DraftForm.Line line) {
    return Form.of(Map.of("wanted", chosen(writing, line).value()));
  }

  private static Sku chosen(Writing writing, DraftForm.Line line) {
    return line.wanted() == null ? writing.item(line.no()).sku() : line.wanted();
  }

  private Answer<PreCheck> checked(Writing writing, DraftForm.Line line, Language language) {
    return desk.preCheck(writing.request(language, List.of(line), null), clock.instant());
  }

  private WantedChoice model(
      Writing writing, DraftForm.Line line, Form form, String search, Language language) {
    var item = writing.item(line.no());
    var words = search.length() > SEARCH_CHARS_MAX ? search.substring(0, SEARCH_CHARS_MAX) : search;
    var found = words.isBlank() ? List.<Product>of() : catalogue.search(words);
    var skus = new LinkedHashSet<Sku>();
    skus.add(item.sku());
    skus.add(chosen(writing, line));
    found.stream().limit(FOUND_SHOWN_MAX).map(Product::sku).forEach(skus::add);
    var options = new ArrayList<WantedChoice.Option>();
    for (var sku : skus) {
      option(writing, line.wanting(sku), language).ifPresent(options::add);
    }
    return new WantedChoice(
        StepHead.of(writing, new Step(Question.WANTED, line.no())),
        form,
        item.unitPaid(),
        line.quantity(),
        options,
        words,
        found.size() > FOUND_SHOWN_MAX);
  }

  /** As the policy sees it; none where the product is not sold. */
  private Optional<WantedChoice.Option> option(
      Writing writing, DraftForm.Line line, Language language) {
    return switch (checked(writing, line, language)) {
      case Answer.Refused<PreCheck> refused -> Optional.empty();
      case Answer.Done<PreCheck>(var check) -> {
        var judged = check.lines().getFirst();
        yield Optional.of(
            new WantedChoice.Option(
                judged.wanted().sku().value(),
                judged.wanted().name(),
                judged.wanted().listPrice(),
                judged.decision().difference(),
                judged.wanted().free() >= line.quantity(),
                judged.facts().sameModel()));
      }
    };
  }
}

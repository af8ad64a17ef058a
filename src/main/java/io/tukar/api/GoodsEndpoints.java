package io.tukar.api;

import io.tukar.api.wire.Posted;
import io.tukar.api.wire.Reply;
import io.tukar.rma.ExchangeDesk;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Goods under way, received, inspected and sent. */
@Controller
@RequestMapping("/api/v1/cases/{number}")
class GoodsEndpoints {

  private final CaseVerbs verbs;
  private final ExchangeDesk desk;

  GoodsEndpoints(CaseVerbs verbs, ExchangeDesk desk) {
    this.verbs = verbs;
    this.desk = desk;
  }

  @Needs(May.GIVE_WAYBILL)
  @PostMapping("/waybill")
  Reply waybill(@PathVariable String number, Posted<CaseBodies.Waybill> post) {
    return verbs.once(
        post, number, (ref, at, by) -> desk.waybill(ref, post.body().parcel(), at, by));
  }

  @Needs(May.RECEIVE)
  @PostMapping("/receive")
  Reply receive(@PathVariable String number, Posted<CaseBodies.Receive> post) {
    var lines = post.body().lines();
    return verbs.once(
        post,
        number,
        (ref, at, by) -> desk.receive(ref, lines == null ? List.of() : lines, at, by));
  }

  /** Of a line some came; the rest is awaited no longer. */
  @Needs(May.WITHDRAW)
  @PostMapping("/rest-never-comes")
  Reply restNeverComes(@PathVariable String number, Posted<CaseBodies.OneLine> post) {
    return verbs.once(
        post, number, (ref, at, by) -> desk.restNeverComes(ref, post.body().line(), at, by));
  }

  /** The replacement may leave before the customer's goods come. */
  @Needs(May.ADVANCE)
  @PostMapping("/allow-advance")
  Reply allowAdvance(@PathVariable String number, Posted<CaseBodies.Advance> post) {
    var body = post.body();
    return verbs.once(
        post,
        number,
        (ref, at, by) -> desk.allowAdvance(ref, body.reason(), body.deposit(), at, by));
  }

  /** The goods whose replacement left first never came. */
  @Needs(May.ADVANCE)
  @PostMapping("/give-up")
  Reply giveUp(@PathVariable String number, Posted<CaseBodies.GiveUp> post) {
    var body = post.body();
    return verbs.once(
        post,
        number,
        (ref, at, by) -> desk.giveUp(ref, body.lines(), body.how(), body.reason(), at, by));
  }

  /** Makes so many units of a line a line of their own, for a verdict of their own. */
  @Needs(May.INSPECT)
  @PostMapping("/split")
  Reply split(@PathVariable String number, Posted<CaseBodies.Split> post) {
    var body = post.body();
    return verbs.once(
        post, number, (ref, at, by) -> desk.splitNumber(ref, body.line(), body.quantity(), at, by));
  }

  @Needs(May.INSPECT)
  @PostMapping("/inspect")
  Reply inspect(@PathVariable String number, Posted<CaseBodies.Inspect> post) {
    var reports = post.body().lines().stream().map(CaseBodies.InspectedLine::report).toList();
    return verbs.once(post, number, (ref, at, by) -> desk.inspect(ref, reports, at, by));
  }

  @Needs(May.DISPATCH)
  @PostMapping("/dispatch")
  Reply dispatch(@PathVariable String number, Posted<CaseBodies.Dispatch> post) {
    var body = post.body();
    var lines = body.lines().stream().map(CaseBodies.DispatchedLine::sent).toList();
    return verbs.once(
        post, number, (ref, at, by) -> desk.dispatch(ref, body.parcel(), lines, at, by));
  }

  @Needs(May.SEND_BACK)
  @PostMapping("/send-back")
  Reply sendBack(@PathVariable String number, Posted<CaseBodies.SendBack> post) {
    var body = post.body();
    return verbs.once(
        post, number, (ref, at, by) -> desk.sendBack(ref, body.parcel(), body.lines(), at, by));
  }
}

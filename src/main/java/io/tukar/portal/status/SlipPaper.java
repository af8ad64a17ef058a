package io.tukar.portal.status;

import io.tukar.paper.Sheet;
import io.tukar.paper.Sheet.Size;
import io.tukar.web.Frame;

/** The customer's slip as a PDF: what goes into the parcel, where it goes, and how it is packed. */
final class SlipPaper {

  private SlipPaper() {}

  static byte[] pdf(Slip slip, ShipView ship, Frame frame) {
    try (var sheet = Sheet.a5(slip.number(), frame.language().code())) {
      sheet.bold(Size.TITLE, slip.number()).codes(slip.number()).rule();
      slip.shop().returnAddress().ifPresent(street -> address(sheet, slip, street, frame));
      sheet.bold(Size.LARGE, frame.text("portal.slip.content", slip.order()));
      sheet.list(slip.items().stream().map(item -> item.quantity() + " × " + item.name()).toList());
      sheet.rule().bold(Size.LARGE, frame.text("portal.ship.pack"));
      for (var pack : ship.packing()) {
        sheet.text(Size.BODY, (ship.packing().size() > 1 ? pack.item() + ": " : "") + pack.how());
      }
      sheet.text(Size.BODY, frame.text("portal.ship.pack.warning"));
      sheet.text(Size.BODY, frame.text("portal.ship.payer." + ship.payer()));
      ship.shipBy().ifPresent(day -> sheet.bold(Size.BODY, frame.text("portal.case.shipBy", day)));
      return sheet.pdf();
    }
  }

  private static void address(Sheet sheet, Slip slip, String street, Frame frame) {
    sheet.text(Size.SMALL, frame.text("portal.slip.to"));
    sheet.bold(Size.LARGE, slip.shop().name()).text(Size.BODY, street);
    slip.shop().phone().ifPresent(phone -> sheet.text(Size.BODY, phone));
    sheet.rule();
  }
}

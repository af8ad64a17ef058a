package io.tukar.payout;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.csv.Harmless;
import io.tukar.kernel.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a batch is to the bank: ISO 20022 pain.001.001.09, or a table. Pure. */
final class BankFiles {

  private static final int NAME_CHARS_MAX = 70;
  private static final String RUPIAH = "IDR";

  private BankFiles() {}

  /** The shop's own account, which the money leaves. */
  record Debtor(String name, String account) {}

  /** One transfer. */
  record Transfer(long payout, String number, CustomerAccount to, Money amount) {}

  /** The same text for the same batch, at any time. */
  static String pain001(long batch, Instant madeAt, Debtor debtor, List<Transfer> transfers) {
    var sum =
        transfers.stream()
            .map(transfer -> BigDecimal.valueOf(transfer.amount().minor()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var count = Integer.toString(transfers.size());
    var made = madeAt.atZone(WorkingCalendar.SHOP_ZONE);
    var instruction =
        new PaymentInstruction30()
            .setPmtInfId("TKR-B-" + batch + "-1")
            .setPmtMtd(PaymentMethod3Code.TRF)
            .setNbOfTxs(count)
            .setCtrlSum(sum)
            .setReqdExctnDt(new DateAndDateTime2Choice().setDt(made.toLocalDate()))
            .setDbtr(party(debtor.name()))
            .setDbtrAcct(account(debtor.account()).setCcy(RUPIAH))
            .setDbtrAgt(
                new BranchAndFinancialInstitutionIdentification6()
                    .setFinInstnId(
                        new FinancialInstitutionIdentification18().setNm("NOTPROVIDED")));
    for (var transfer : transfers) {
      instruction.addCdtTrfTxInf(transaction(transfer));
    }
    var message = new MxPain00100109();
    message.setCstmrCdtTrfInitn(
        new CustomerCreditTransferInitiationV09()
            .setGrpHdr(
                new GroupHeader85()
                    .setMsgId("TKR-B-" + batch)
                    .setCreDtTm(made.toOffsetDateTime().withNano(0))
                    .setNbOfTxs(count)
                    .setCtrlSum(sum)
                    .setInitgPty(party(debtor.name())))
            .addPmtInf(instruction));
    return message.message();
  }

  private static CreditTransferTransaction34 transaction(Transfer transfer) {
    var id = Payout.endToEndId(transfer.payout());
    return new CreditTransferTransaction34()
        .setPmtId(new PaymentIdentification6().setInstrId(id).setEndToEndId(id))
        .setAmt(
            new AmountType4Choice()
                .setInstdAmt(
                    new ActiveOrHistoricCurrencyAndAmount()
                        .setCcy(RUPIAH)
                        .setValue(BigDecimal.valueOf(transfer.amount().minor()))))
        .setCdtrAgt(
            new BranchAndFinancialInstitutionIdentification6()
                .setFinInstnId(
                    new FinancialInstitutionIdentification18()
                        .setBICFI(transfer.to().bank().bic())))
        .setCdtr(party(transfer.to().holder()))
        .setCdtrAcct(account(transfer.to().number()))
        .setRmtInf(new RemittanceInformation16().addUstrd(transfer.number() + " " + id));
  }

  private static PartyIdentification135 party(String name) {
    var plain = plain(name);
    return new PartyIdentification135()
        .setNm(plain.length() > NAME_CHARS_MAX ? plain.substring(0, NAME_CHARS_MAX) : plain);
  }

  private static CashAccount38 account(String number) {
    return new CashAccount38()
        .setId(
            new AccountIdentification4Choice()
                .setOthr(new GenericAccountIdentification1().setId(number)));
  }

  /** Banks' systems take no accents. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
        .replaceAll(" +", " ")
        .strip();
  }

  /** A table with a row each, to be made into what the bank's own upload asks for. */
  static String csv(List<Transfer> transfers) {
    var text = new StringWriter();
    try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          "reference", "bank_code", "bic", "account", "name", "amount", "currency", "remark");
      for (var transfer : transfers) {
        csv.printRecord(
            Payout.endToEndId(transfer.payout()),
            transfer.to().bank().code(),
            transfer.to().bank().bic(),
            transfer.to().number(),
            Harmless.cell(plain(transfer.to().holder())),
            transfer.amount().minor(),
            RUPIAH,
            transfer.number());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

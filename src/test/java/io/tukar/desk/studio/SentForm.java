package io.tukar.desk.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser would send of a page's form: every input with what stands in it. */
final class SentForm {

  private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
  private static final Pattern TEXTAREA =
      Pattern.compile("<textarea ([^>]*)>\\n?(.*?)</textarea>", Pattern.DOTALL);
  private static final Pattern SELECT =
      Pattern.compile("<select ([^>]*)>(.*?)</select>", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("<option ([^>]*)>");
  private static final Pattern FIELD = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

  private final Map<String, String> fields = new LinkedHashMap<>();

  private SentForm() {}

  /** The form with this action. */
  static SentForm of(String page, String action) {
    var form = new SentForm();
    var from = page.indexOf("action=\"" + action + "\"");
    if (from < 0) {
      throw new AssertionError("No form for " + action);
    }
    var html = page.substring(from, page.indexOf("</form>", from));
    INPUT
        .matcher(html)
        .results()
        .forEach(hit -> form.input(attributes(hit.group(1)), hit.group(1)));
    TEXTAREA
        .matcher(html)
        .results()
        .forEach(
            hit ->
                form.with(attributes(hit.group(1)).getOrDefault("name", ""), plain(hit.group(2))));
    SELECT
        .matcher(html)
        .results()
        .forEach(
            hit ->
                form.with(attributes(hit.group(1)).getOrDefault("name", ""), chosen(hit.group(2))));
    return form;
  }

  /** The same with another value typed. */
  SentForm with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** The same with a box no longer ticked. */
  SentForm without(String name) {
    if (fields.remove(name) == null) {
      throw new AssertionError("Nothing ticked: " + name);
    }
    return this;
  }

  String value(String name) {
    return fields.getOrDefault(name, "");
  }

  /** In turn name, value; without the form token, which the browser adds. */
  String[] fields() {
    List<String> all = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (!name.equals("_csrf")) {
            all.add(name);
            all.add(value);
          }
        });
    return all.toArray(String[]::new);
  }

  private void input(Map<String, String> attributes, String all) {
    var box = attributes.getOrDefault("type", "").equals("checkbox");
    if (!box || all.contains(" checked")) {
      with(attributes.getOrDefault("name", ""), attributes.getOrDefault("value", ""));
    }
  }

  private static String chosen(String options) {
    var first = "";
    for (Matcher option = OPTION.matcher(options); option.find(); ) {
      var value = attributes(option.group(1)).getOrDefault("value", "");
      if (option.group(1).contains("selected")) {
        return value;
      }
      first = option.start() == options.indexOf("<option") ? value : first;
    }
    return first;
  }

  private static Map<String, String> attributes(String text) {
    var found = new LinkedHashMap<String, String>();
    FIELD.matcher(text).results().forEach(hit -> found.put(hit.group(1), plain(hit.group(2))));
    return found;
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}

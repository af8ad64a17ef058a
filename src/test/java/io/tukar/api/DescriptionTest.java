package io.tukar.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.api.wire.ApiJson;
import io.tukar.api.wire.Asked;
import io.tukar.api.wire.Posted;
import io.tukar.api.wire.Required;
import io.tukar.kernel.Role;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.staff.Tokens;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The description says neither more nor less than the program does. */
@TukarTest
class DescriptionTest {

  private static final String PREFIX = "/api/v1";

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private JsonNode description;

  @BeforeEach
  void read() {
    var answer =
        ApiClient.with(tokens, Role.AGENT, port).header("Authorization", "").get("/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    description = answer.json();
  }

  @Test
  void everyEndpointIsDescribedAndEveryDescriptionHasItsEndpoint() {
    assertThat(described().keySet()).isEqualTo(endpoints().keySet());
  }

  @Test
  void everyEndpointButTheDescriptionNeedsAPermission() {
    assertThat(endpoints())
        .allSatisfy(
            (address, endpoint) ->
                assertThat(endpoint.hasMethodAnnotation(Needs.class))
                    .as(address)
                    .isEqualTo(!address.endsWith("/openapi.json")));
  }

  @Test
  void everyDescriptionSaysWhoMay() {
    var described = described();
    endpoints()
        .forEach(
            (address, endpoint) -> {
              var needs = endpoint.getMethodAnnotation(Needs.class);
              if (needs != null) {
                assertThat(
                        described
                            .getOrDefault(address, MissingNode.getInstance())
                            .path("description")
                            .asString())
                    .as(address)
                    .endsWith("For tokens of " + roles(needs.value()) + ".");
              }
            });
  }

  private static String roles(May may) {
    var names =
        Arrays.stream(Role.values())
            .filter(may::allows)
            .map(
                role ->
                    switch (role) {
                      case AGENT -> "agents";
                      case INSPECTOR -> "inspectors";
                      case FINANCE -> "finance";
                      case MANAGER -> "managers";
                    })
            .toList();
    if (names.size() == 1) {
      return names.getFirst();
    }
    return names.size() == Role.values().length
        ? "every role"
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  @Test
  void everyBodyIsDescribedFieldByField() {
    var described = described();
    endpoints()
        .forEach(
            (address, endpoint) ->
                body(endpoint)
                    .forEach(
                        type ->
                            sameFields(
                                type,
                                described
                                    .getOrDefault(address, MissingNode.getInstance())
                                    .at("/requestBody/content/application~1json/schema"))));
  }

  @Test
  void everyExampleOfABodyIsReadAndFitsItsSchema() {
    var schema = new JsonSchema(description);
    var described = described();
    var checked = new TreeSet<String>();
    endpoints()
        .forEach(
            (address, endpoint) ->
                body(endpoint)
                    .forEach(
                        type -> {
                          var content =
                              described
                                  .getOrDefault(address, MissingNode.getInstance())
                                  .at("/requestBody/content/application~1json");
                          var example = content.path("example");
                          assertThat(example.isObject()).as(address).isTrue();
                          assertThat(schema.violations(example, content.get("schema"))).isEmpty();
                          ApiJson.read(ApiJson.write(example), type);
                          checked.add(address);
                        }));
    assertThat(checked).hasSizeGreaterThan(15);
  }

  @Test
  void everyPostThatChangesSomethingNamesTheKey() {
    described()
        .forEach(
            (address, operation) ->
                assertThat(operation.toString().contains("parameters/IdempotencyKey"))
                    .as(address)
                    .isEqualTo(address.startsWith("POST") && !address.endsWith("/pre-checks")));
  }

  private void sameFields(Class<?> type, JsonNode reference) {
    var schema = resolve(reference);
    assertThat(names(schema.get("properties")))
        .as(type.getSimpleName())
        .isEqualTo(new TreeSet<>(components(type).map(RecordComponent::getName).toList()));
    assertThat(schema.path("required").valueStream().map(JsonNode::asString))
        .as(type.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(
            components(type)
                .filter(component -> component.getAccessor().isAnnotationPresent(Required.class))
                .map(RecordComponent::getName)
                .toList());
    for (var component : components(type).toList()) {
      var property = schema.at("/properties/" + component.getName());
      var element = ResolvableType.forMethodReturnType(component.getAccessor()).getGeneric(0);
      var inner = List.class == component.getType() ? element.resolve() : component.getType();
      var described = resolve(List.class == component.getType() ? property.get("items") : property);
      if (inner != null && inner.isRecord() && described.has("properties")) {
        sameFields(inner, described);
      }
      if (inner != null && inner.isEnum() && described.has("enum") && !isLanguage(inner)) {
        assertThat(described.get("enum").valueStream().map(JsonNode::asString))
            .as(component.getName())
            .containsExactlyInAnyOrderElementsOf(
                Arrays.stream(inner.getEnumConstants()).map(Object::toString).toList());
      }
    }
  }

  private static boolean isLanguage(Class<?> type) {
    return type == io.tukar.kernel.Language.class;
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents());
  }

  private JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? description.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  private static Set<String> names(JsonNode properties) {
    var names = new TreeSet<String>();
    properties.properties().forEach(field -> names.add(field.getKey()));
    return names;
  }

  private static Stream<Class<?>> body(HandlerMethod endpoint) {
    return Arrays.stream(endpoint.getMethodParameters())
        .filter(p -> p.getParameterType() == Posted.class || p.getParameterType() == Asked.class)
        .map(p -> ResolvableType.forMethodParameter(p).getGeneric(0).resolve(Object.class));
  }

  /** Such as {@code POST /cases/{number}/close}. */
  private Map<String, JsonNode> described() {
    var operations = new LinkedHashMap<String, JsonNode>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey(),
                                operation.getValue())));
    return operations;
  }

  private Map<String, HandlerMethod> endpoints() {
    var endpoints = new LinkedHashMap<String, HandlerMethod>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, endpoint) -> {
              for (var path : mapping.getPatternValues()) {
                if (path.startsWith(PREFIX)) {
                  for (var method : mapping.getMethodsCondition().getMethods()) {
                    endpoints.put(method + " " + path.substring(PREFIX.length()), endpoint);
                  }
                }
              }
            });
    return endpoints;
  }
}

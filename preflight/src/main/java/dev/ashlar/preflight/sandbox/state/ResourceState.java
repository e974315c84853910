package dev.ashlar.preflight.sandbox.state;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.model.RequiredOutputs;
import dev.ashlar.preflight.sandbox.model.Shape;
import dev.ashlar.preflight.sandbox.spec.ConditionalOutputs;
import dev.ashlar.preflight.sandbox.spec.ResourceSpec;
import dev.ashlar.preflight.sandbox.spec.Template;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state of a resource: its inputs, and the outputs that its spec computes from them. */
public final class ResourceState implements Template.Source {

    /** The mark in the state of each resource that the sandbox created. */
    public static final String MARK = "__sandbox";

    /** The placeholder in a repeated template for the text that it is repeated for. */
    private static final String ITEM = "it";

    private final PropertyModel model;
    private final Shape.ObjectOf shape;
    private final ResourceSpec spec;
    private final Cloud cloud;
    private final GeneratedValues generated;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Object> plain = new LinkedHashMap<>();
    private boolean usedSecret;
    private String item = "";

    public ResourceState(
            PropertyModel model, Shape.ObjectOf shape, ResourceSpec spec, Cloud cloud, GeneratedValues generated) {
        this.model = model;
        this.shape = shape;
        this.spec = spec;
        this.cloud = cloud;
        this.generated = generated;
    }

    /** Adds values, with the marks of secrets. Properties of the protocol and nulls are left out. */
    public ResourceState with(Struct struct) {
        struct.getFieldsMap().forEach((name, value) -> {
            if (!name.startsWith("__") && !value.hasNullValue()) {
                put(name, value);
            }
        });
        return this;
    }

    /** Returns the id that AWS assigns. */
    public String id() {
        return spec.id().fill(this);
    }

    /** Returns the state of a resource that was created with this id. */
    public Struct created(String id) {
        put("id", Values.text(id));
        names().forEach(this::computed);
        return complete(false);
    }

    /** Returns the state in a preview: every value that AWS assigns is unknown. */
    public Struct planned() {
        names().forEach(name -> values.putIfAbsent(name, Values.UNKNOWN_VALUE));
        return complete(true);
    }

    /** Returns the state after an update of some inputs. In a preview, the outputs that the update renews are unknown. */
    public Struct updated(Collection<String> changedInputs, boolean preview) {
        var renewed = new ArrayList<String>();
        spec.renewedOutputs().stream()
                .filter(renewal -> renewal.isCausedBy(changedInputs, plain))
                .forEach(renewal -> renewed.addAll(renewal.outputs()));
        conditionalNames().filter(name -> "".equals(plain.get(name))).forEach(renewed::add);
        renewed.forEach(values::remove);
        renewed.forEach(plain::remove);
        if (preview) {
            return planned();
        }
        names().forEach(this::computed);
        return complete(false);
    }

    @Override
    public @Nullable String cloud(String name) {
        return cloud.variables().get(name);
    }

    @Override
    public String generated(String kind) {
        // ACM validates a domain and its wildcard with the same record.
        return generated.generate(kind, item.startsWith("*.") ? item.substring(2) : item);
    }

    @Override
    public @Nullable String property(String path) {
        if (path.equals(ITEM)) {
            return item;
        }
        var parsed = PropertyPath.parse(path);
        computed(parsed.top());
        usedSecret |= values.containsKey(parsed.top()) && Values.hasSecret(values.get(parsed.top()));
        var value = parsed.first(plain);
        return value instanceof Double number ? Values.number(number) : value == null ? null : String.valueOf(value);
    }

    private void put(String name, Value value) {
        values.put(name, value);
        var simple = Values.plain(value);
        if (simple != null) {
            plain.put(name, simple);
        }
    }

    /** Returns the outputs that depend on a condition. While it does not hold, the state contains an empty string. */
    private Stream<String> conditionalNames() {
        return groups().filter(group -> !group.condition().equals(Condition.ALWAYS))
                .flatMap(group -> group.values().keySet().stream());
    }

    private List<String> names() {
        return groups().flatMap(group -> group.values().keySet().stream())
                .distinct()
                .toList();
    }

    private Stream<ConditionalOutputs> groups() {
        return spec.outputs().stream().filter(group -> group.condition().holds(plain, plain));
    }

    /** Computes an output, unless it is an input that is given. Its template may refer to other outputs. */
    private void computed(String name) {
        if (values.containsKey(name)) {
            return;
        }
        groups().map(ConditionalOutputs::values)
                .filter(outputs -> outputs.containsKey(name))
                .findFirst()
                .ifPresent(outputs -> {
                    var usedBefore = usedSecret;
                    usedSecret = false;
                    var value = Values.value(ofKind(name, filled(outputs.get(name))));
                    put(name, usedSecret ? Values.secret(value) : value);
                    usedSecret |= usedBefore;
                });
    }

    /** Converts the text of a template to a number where the SDK has a number. */
    private @Nullable Object ofKind(String name, @Nullable Object value) {
        var output = model.properties(shape).get(name);
        var isNumber =
                output != null && (output.shape() instanceof Shape.Whole || output.shape() instanceof Shape.Decimal);
        return isNumber && value instanceof String text ? Double.valueOf(text) : value;
    }

    private @Nullable Object filled(@Nullable Object template) {
        if (template instanceof String text) {
            return Template.parse(text).fill(this);
        }
        if (template instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>();
            list.forEach(item -> items.add(filled(item)));
            return items;
        }
        if (template instanceof Map<?, ?> map) {
            if (map.containsKey("forEach")) {
                KnownKeys.require("the repeated output " + map, PlainJson.object(map), "forEach", "item");
                return repeated(PlainJson.strings(map.get("forEach")), map.get("item"));
            }
            var members = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, item) -> members.put(key, filled(item)));
            return members;
        }
        return template;
    }

    /** Returns one item for each distinct text in some properties, such as the names of a certificate. */
    private List<@Nullable Object> repeated(List<String> properties, @Nullable Object template) {
        var texts = new LinkedHashSet<String>();
        for (var property : properties) {
            var value = plain.get(property);
            if (value instanceof List<?> list) {
                list.forEach(text -> texts.add(String.valueOf(text)));
            } else if (value != null) {
                texts.add(String.valueOf(value));
            }
        }
        var items = new ArrayList<@Nullable Object>();
        for (var text : texts) {
            item = text;
            items.add(filled(template));
        }
        item = "";
        return items;
    }

    private Struct complete(boolean preview) {
        var outputs = model.properties(shape);
        if (outputs.containsKey("tagsAll")) {
            values.put("tagsAll", tagsAll());
        }
        if (preview) {
            outputs.values().stream()
                    .filter(PropertyModel.Property::required)
                    .forEach(output -> values.putIfAbsent(output.name(), Values.UNKNOWN_VALUE));
        }
        values.put(MARK, Values.value(true));
        return new RequiredOutputs(model)
                .complete(Struct.newBuilder().putAllFields(values).build(), shape);
    }

    private Value tagsAll() {
        var given = values.getOrDefault("tags", Values.value(Map.of()));
        if (!given.hasStructValue() || Values.hasSecret(given)) {
            return given;
        }
        var all = Values.struct(cloud.defaultTags()).toBuilder();
        all.putAllFields(given.getStructValue().getFieldsMap());
        return Value.newBuilder().setStructValue(all).build();
    }
}

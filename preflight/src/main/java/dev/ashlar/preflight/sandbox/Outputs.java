package dev.ashlar.preflight.sandbox;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What AWS answers about a resource: its inputs as given, and what the tables compute from them. */
final class Outputs implements Template.Source {

    /** In the state of each resource that the sandbox made. */
    static final String MARK = "__sandbox";

    private final PropertyModel model;
    private final Shape.ObjectOf shape;
    private final TypeTable table;
    private final Cloud cloud;
    private final Incarnation incarnation;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Object> plain = new LinkedHashMap<>();
    private boolean usedSecret;

    Outputs(PropertyModel model, Shape.ObjectOf shape, TypeTable table, Cloud cloud, Incarnation incarnation) {
        this.model = model;
        this.shape = shape;
        this.table = table;
        this.cloud = cloud;
        this.incarnation = incarnation;
    }

    /** Takes values as they are, secrets as secrets; properties of the protocol and nulls are left out. */
    Outputs with(Struct struct) {
        struct.getFieldsMap().forEach((name, value) -> {
            if (!name.startsWith("__") && !value.hasNullValue()) {
                put(name, value);
            }
        });
        return this;
    }

    /** The id that AWS gives. */
    String id() {
        return table.id().fill(this);
    }

    /** The state of a resource with this id. */
    Struct created(String id) {
        put("id", Values.text(id));
        compute();
        return complete(false);
    }

    /** What a preview can say of a resource: all that AWS decides is unknown. */
    Struct planned() {
        names().forEach(name -> values.putIfAbsent(name, Values.UNKNOWN_VALUE));
        return complete(true);
    }

    /** The state after an update; in a preview, what the update changes is unknown. */
    Struct updated(boolean preview) {
        table.changesOnUpdate().forEach(values::remove);
        table.changesOnUpdate().forEach(plain::remove);
        if (preview) {
            return planned();
        }
        compute();
        return complete(false);
    }

    @Override
    public @Nullable String cloud(String name) {
        return cloud.variables().get(name);
    }

    @Override
    public String generated(String kind) {
        return incarnation.generate(kind);
    }

    @Override
    public @Nullable String property(String path) {
        var parsed = PropertyPath.parse(path);
        var value = parsed.first(plain);
        usedSecret |= values.containsKey(parsed.top()) && Values.hasSecret(values.get(parsed.top()));
        return value instanceof Double number ? Values.number(number) : value == null ? null : String.valueOf(value);
    }

    private void put(String name, Value value) {
        values.put(name, value);
        var simple = Values.plain(value);
        if (simple != null) {
            plain.put(name, simple);
        }
    }

    private List<String> names() {
        return table.outputs().stream()
                .filter(group -> group.condition().holds(plain, plain))
                .flatMap(group -> group.values().keySet().stream())
                .distinct()
                .toList();
    }

    private void compute() {
        table.outputs().stream()
                .filter(group -> group.condition().holds(plain, plain))
                .forEach(group -> group.values().forEach((name, template) -> {
                    if (!values.containsKey(name)) {
                        usedSecret = false;
                        var value = Values.value(filled(template));
                        put(name, usedSecret ? Values.secret(value) : value);
                    }
                }));
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
            var members = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, item) -> members.put(key, filled(item)));
            return members;
        }
        return template;
    }

    private Struct complete(boolean preview) {
        var outputs = model.properties(shape);
        if (outputs.containsKey("tagsAll")) {
            values.put("tagsAll", tagsAll());
        }
        outputs.values().stream()
                .filter(PropertyModel.Property::required)
                .forEach(output -> values.compute(output.name(), (name, value) -> {
                    if (value == null) {
                        return preview ? Values.UNKNOWN_VALUE : zero(output.shape());
                    }
                    return value;
                }));
        values.replaceAll((name, value) ->
                outputs.containsKey(name) ? filledIn(value, outputs.get(name).shape()) : value);
        values.put(MARK, Values.value(true));
        return Struct.newBuilder().putAllFields(values).build();
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

    /** The value with what the SDK cannot do without at any depth: it fails on an object that lacks a required part. */
    private Value filledIn(Value value, Shape shape) {
        if (shape instanceof Shape.ListOf list && value.hasListValue()) {
            var items = value.getListValue().toBuilder();
            for (int i = 0; i < items.getValuesCount(); i++) {
                items.setValues(i, filledIn(items.getValues(i), list.item()));
            }
            return Value.newBuilder().setListValue(items).build();
        }
        if (shape instanceof Shape.ObjectOf object && value.hasStructValue() && !Values.isWrapped(value)) {
            var members = value.getStructValue().toBuilder();
            model.properties(object).values().forEach(property -> {
                var member = members.getFieldsMap().get(property.name());
                if (member != null) {
                    members.putFields(property.name(), filledIn(member, property.shape()));
                } else if (property.required()) {
                    members.putFields(property.name(), zero(property.shape()));
                }
            });
            return Value.newBuilder().setStructValue(members).build();
        }
        return value;
    }

    private Value zero(Shape shape) {
        if (shape instanceof Shape.Flag) {
            return Values.value(false);
        }
        if (shape instanceof Shape.Whole || shape instanceof Shape.Decimal) {
            return Values.value(0);
        }
        if (shape instanceof Shape.ListOf) {
            return Values.value(List.of());
        }
        if (shape instanceof Shape.MapOf) {
            return Values.value(Map.of());
        }
        return shape instanceof Shape.ObjectOf ? filledIn(Values.value(Map.of()), shape) : Values.text("");
    }
}

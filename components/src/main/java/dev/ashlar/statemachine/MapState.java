package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import dev.ashlar.statemachine.internal.Payload;
import java.util.Map;

/**
 * A state that runs a state machine for each item of an array, in the execution of the machine (inline mode). Its
 * result is an array of the outputs. It fails when one item fails.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html">Using Map state in Inline
 *     mode</a>
 */
public final class MapState extends WorkState<MapState> {

    private MapState(Fields fields) {
        super(fields);
    }

    /**
     * Returns the state.
     *
     * @param processor the states that run for each item, without a timeout; their names are unique in the whole state
     *     machine
     */
    public static MapState of(StateMachine processor) {
        return new MapState(Fields.type("Map")
                .with("ItemProcessor", processor.scope().with("ProcessorConfig", Map.of("Mode", "INLINE"))));
    }

    /** Sets the path of the array. Default: {@code $}, the input. */
    public MapState itemsPath(String path) {
        return with("ItemsPath", JsonPath.of(path));
    }

    /**
     * Sets the input for each item, see {@link TaskState#parameters}. {@link JsonPath#MAP_ITEM} is the item; other
     * paths begin at the input of the state. Default: the item.
     */
    public MapState itemSelector(Map<String, ?> template) {
        return with("ItemSelector", new Payload(template));
    }

    /** Sets the maximum number of items at the same time; 0 means as many as possible. Default: 0. */
    public MapState maxConcurrency(int maxConcurrency) {
        return with("MaxConcurrency", maxConcurrency);
    }

    @Override
    MapState copy(Fields fields) {
        return new MapState(fields);
    }
}

package dev.ashlar.traffic.ingestion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteKeyTest {

    @ParameterizedTest
    @CsvSource({
        "POST /ingest, post-ingest",
        "GET /items/{id}, get-items-id",
        "ANY /{proxy+}, any-proxy",
        "ANY /files/{proxy+}, any-files-proxy",
        "GET /, get",
        "GET /v1.0/a_b/, get-v1-0-a-b",
        "$default, default"
    })
    void accepts_a_method_and_a_path(String text, String label) {
        assertThat(new RouteKey(text).isValid()).isTrue();
        assertThat(new RouteKey(text).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ingest",
                "post /ingest",
                "POST ingest",
                "POST /a b",
                "POST  /a",
                "FETCH /a",
                "GET /{}",
                "GET /{proxy+}/b",
                "GET //"
            })
    void rejects_anything_but_a_method_and_a_path(String text) {
        assertThat(new RouteKey(text).isValid()).isFalse();
    }
}

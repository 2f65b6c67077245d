// One operation that Swift's SIMD types lack: which bytes meet a condition, as bits. Clang's vector extensions, so that it is
// one instruction where the processor has one (x86) and a few elsewhere.
#ifndef OC4IDS_CVECTORS_H
#define OC4IDS_CVECTORS_H

#include <stdint.h>
#include <string.h>

typedef signed char oc4ids_bytes __attribute__((ext_vector_type(16)));
typedef _Bool oc4ids_bits __attribute__((ext_vector_type(16)));

static inline oc4ids_bytes oc4ids_load(const unsigned char *place) {
    oc4ids_bytes bytes;
    memcpy(&bytes, place, sizeof bytes);
    return bytes;
}

static inline uint64_t oc4ids_gather(oc4ids_bytes mask) {
    oc4ids_bits bits = __builtin_convertvector(mask, oc4ids_bits);
    uint16_t gathered;
    memcpy(&gathered, &bits, sizeof gathered);
    return gathered;
}

// The bytes, of sixteen, that end a plain run inside a JSON string: the quote, the backslash, and as signed numbers all below the
// space: control characters and everything outside ASCII. The first byte's bit is the lowest.
static inline uint64_t oc4ids_string_stops(const unsigned char *place) {
    oc4ids_bytes bytes = oc4ids_load(place);
    return oc4ids_gather((oc4ids_bytes)((bytes == 0x22) | (bytes == 0x5C) | (bytes < 0x20)));
}

// The bytes, of sixteen, that equal one byte when the bits of `folded` are set in them.
static inline uint64_t oc4ids_equal(const unsigned char *place, unsigned char byte, unsigned char folded) {
    oc4ids_bytes bytes = oc4ids_load(place) | (signed char)folded;
    return oc4ids_gather((oc4ids_bytes)(bytes == (signed char)byte));
}

#endif

#include "CVectors.h"

#define BLOCK 16
#define NAME(name) name##_of_16
#include "blocks.h"
#undef BLOCK
#undef NAME

#if defined(__x86_64__)

// The same for processors with AVX2, whose vectors are twice as long: which one this is, is known only when the program runs.
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define BLOCK 32
#define NAME(name) name##_of_32
#include "blocks.h"
#pragma clang attribute pop

_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count) {
    return __builtin_cpu_supports("avx2") ? is_utf8_of_32(start, first, count) : is_utf8_of_16(start, first, count);
}

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count) {
    return __builtin_cpu_supports("avx2") ? lines_of_32(start, count) : lines_of_16(start, count);
}

#else

_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count) { return is_utf8_of_16(start, first, count); }

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count) { return lines_of_16(start, count); }

#endif

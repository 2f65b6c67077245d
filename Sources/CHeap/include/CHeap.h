// The C library's heap: what malloc.h has and Swift's view of the C library lacks.
#ifndef OC4IDS_CHEAP_H
#define OC4IDS_CHEAP_H

// From now on memory is asked of the system for by so many bytes more than are needed, and what is larger than that by itself, to be given back
// when it is free. C libraries other than glibc decide about that themselves.
void oc4ids_heap_grow_by(int bytes);

#endif

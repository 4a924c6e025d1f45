#pragma once
#include <graphviz/cgraph.h>
#include <stdlib.h>
#include <string.h>

/// Numbers for the names in a graph, in the order in which they are read.
///
/// By itself cgraph numbers a name by its address and keeps subgraphs in the order of those numbers,
/// so that the same graph is laid out differently from one process to the next. (cgraph can also
/// keep the names of such a discipline itself, but 2.42 forgets them all when any subgraph is
/// closed.)
struct fingerpost_names {
  /// The name of each number, at its place; `NULL` for a part without a name.
  char **names;
  size_t count;
  size_t room;
  /// Numbers by the hash of their name, 0 where there is none; a power of two of places.
  size_t *places;
  size_t place_count;
};

static inline size_t *fingerpost_names_place(const struct fingerpost_names *table,
                                             const char *name) {
  // FNV-1a.
  size_t hash = 1469598103934665603u;
  for (const char *byte = name; *byte; byte++) hash = (hash ^ (unsigned char)*byte) * 1099511628211u;
  size_t index = hash & (table->place_count - 1);
  while (table->places[index] != 0 && strcmp(table->names[table->places[index]], name) != 0)
    index = (index + 1) & (table->place_count - 1);
  return &table->places[index];
}

/// Adds a name, or a part without one; 0 when there is no memory.
static inline size_t fingerpost_names_add(struct fingerpost_names *table, const char *name) {
  if (table->count + 1 >= table->room) {
    size_t room = table->room * 2;
    char **names = (char **)realloc(table->names, room * sizeof *names);
    if (names == NULL) return 0;
    table->names = names;
    table->room = room;
  }
  if (table->count * 2 >= table->place_count) {
    size_t place_count = table->place_count * 2;
    size_t *places = (size_t *)calloc(place_count, sizeof *places);
    if (places == NULL) return 0;
    free(table->places);
    table->places = places;
    table->place_count = place_count;
    for (size_t number = 1; number <= table->count; number++)
      if (table->names[number] != NULL)
        *fingerpost_names_place(table, table->names[number]) = number;
  }
  char *copy = NULL;
  if (name != NULL) {
    copy = strdup(name);
    if (copy == NULL) return 0;
  }
  table->names[++table->count] = copy;
  if (copy != NULL) *fingerpost_names_place(table, copy) = table->count;
  return table->count;
}

static inline void *fingerpost_names_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph;
  (void)discipline;
  struct fingerpost_names *table = (struct fingerpost_names *)calloc(1, sizeof *table);
  if (table == NULL) return NULL;
  table->room = 64;
  table->place_count = 128;
  table->names = (char **)calloc(table->room, sizeof *table->names);
  table->places = (size_t *)calloc(table->place_count, sizeof *table->places);
  return table;
}

static inline __typeof__(((Agiddisc_t *)0)->map(NULL, 0, NULL, NULL, 0))
fingerpost_names_map(void *state, int kind, char *name, IDTYPE *id, int create) {
  (void)kind;
  struct fingerpost_names *table = (struct fingerpost_names *)state;
  size_t number = name == NULL ? 0 : *fingerpost_names_place(table, name);
  if (number == 0 && create) number = fingerpost_names_add(table, name);
  if (number == 0) return 0;
  *id = number;
  return 1;
}

static inline __typeof__(((Agiddisc_t *)0)->alloc(NULL, 0, 0))
fingerpost_names_alloc(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}

static inline void fingerpost_names_free(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static inline char *fingerpost_names_print(void *state, int kind, IDTYPE id) {
  (void)kind;
  const struct fingerpost_names *table = (const struct fingerpost_names *)state;
  return id >= 1 && id <= table->count ? table->names[id] : NULL;
}

static inline void fingerpost_names_close(void *state) {
  struct fingerpost_names *table = (struct fingerpost_names *)state;
  for (size_t number = 1; number <= table->count; number++) free(table->names[number]);
  free(table->names);
  free(table->places);
  free(table);
}

static inline void fingerpost_names_register(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

/**
 * Makes wrong programs out of a right one: each mutation is one small mistake of the kind that people make with threads, locks and
 * signals. The operators are those of the literature on concurrency mutation, above all Bradbury, Cordy and Dingel, "Mutation
 * Operators for Concurrent Java (J2SE 5.0)", 2006; their names there stand beside ours.
 *
 * <p>Mutations are made in source text, so that a reader sees what was changed. Trees and types are those of the JDK's own compiler
 * ({@code com.sun.source}): it knows every version of the language that the JDK knows, and which class a called method belongs to.
 *
 * <p><b>In:</b> source texts. <b>Out:</b> {@link telar.mutation.Mutation}s, found by {@link telar.mutation.Mutations}. <b>Imports:</b>
 * the JDK only.
 */
package telar.mutation;

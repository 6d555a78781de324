/**
 * From a kit to the template that students clone: everything except {@code solutions/}, with the built grader inside.
 *
 * <p><b>In:</b> the kit's folder and the jars that the running grader was started from. <b>Out:</b> a folder, written by
 * {@link telar.publish.Publisher}. <b>Imports:</b> {@code exercise}, of {@code study}
 * where skeletons are kept.
 */
package telar.publish;

import java.beans.*; import java.util.*;
public class Beans {
 public static class P { private int age; private String name; private boolean ok; private String[] tags; private final PropertyChangeSupport s = new PropertyChangeSupport(this);
  public int getAge() { return age; } public void setAge(int a) { int o = age; age = a; s.firePropertyChange("age", o, a); }
  public String getName() { return name; } public void setName(String n) { name = n; } public boolean isOk() { return ok; } public void setOk(boolean b) { ok = b; }
  public String[] getTags() { return tags; } public void setTags(String[] t) { tags = t; } public String getTags(int i) { return tags[i]; } public void setTags(int i, String v) { tags[i] = v; }
  public String getURL() { return "u"; } public void setWriteOnly(long l) { } public static int getStat() { return 1; } public Object getMixed() { return null; } public void setMixed(String x) { }
  public void addPropertyChangeListener(PropertyChangeListener l) { s.addPropertyChangeListener(l); } public void removePropertyChangeListener(PropertyChangeListener l) { s.removePropertyChangeListener(l); } }
 public static class Q extends P { @Override public String getName() { return "q"; } public Integer getBoxed() { return 1; } }
 public static void main(String[] a) throws Exception {
  for (Class<?> c : new Class<?>[] {P.class, Q.class}) { BeanInfo i = Introspector.getBeanInfo(c, Object.class);
   for (PropertyDescriptor p : i.getPropertyDescriptors()) System.out.println(p.getName() + " " + p.getPropertyType() + " " + p.getReadMethod() + " " + p.getWriteMethod() + " " + p.isBound() + " " + p.isConstrained() + (p instanceof IndexedPropertyDescriptor x ? " " + x.getIndexedPropertyType() + x.getIndexedReadMethod() + x.getIndexedWriteMethod() : ""));
   for (EventSetDescriptor e : i.getEventSetDescriptors()) System.out.println(e.getName() + " " + e.getListenerType() + " " + e.getAddListenerMethod() + Arrays.toString(e.getListenerMethods()));
   TreeSet<String> ms = new TreeSet<>(); for (MethodDescriptor m : i.getMethodDescriptors()) ms.add(m.getMethod().toString()); System.out.println(ms.size()); System.out.println(i.getBeanDescriptor().getName()); }
  System.out.println(Introspector.getBeanInfo(Q.class).getPropertyDescriptors().length);
  for (String s : new String[] {"FooBar", "X", "URL", "", "aB", "Ab"}) System.out.print(Introspector.decapitalize(s) + " "); System.out.println();
  P p = new P(); PropertyChangeListener l = e -> System.out.println(e.getPropertyName() + " " + e.getOldValue() + " " + e.getNewValue()); p.addPropertyChangeListener(l); p.setAge(3); p.setAge(3); p.setAge(4); p.removePropertyChangeListener(l); p.setAge(5);
  PropertyChangeSupport s = new PropertyChangeSupport("src"); s.addPropertyChangeListener("x", l); s.addPropertyChangeListener(l); s.firePropertyChange("x", null, null); s.firePropertyChange("y", 1, 2); s.fireIndexedPropertyChange("x", 2, "a", "b"); System.out.println(s.getPropertyChangeListeners().length + " " + s.getPropertyChangeListeners("x").length + " " + s.hasListeners("z"));
  System.out.println(new PropertyChangeEvent("s", "n", 1, 2)); System.out.println(new IndexedPropertyChangeEvent("s", "n", 1, 2, 3));
  VetoableChangeSupport v = new VetoableChangeSupport("b"); v.addVetoableChangeListener(e -> System.out.println("ask " + e.getNewValue())); v.addVetoableChangeListener(e -> { if (e.getNewValue().equals(5)) throw new PropertyVetoException("no", e); }); v.fireVetoableChange("p", 1, 2); try { v.fireVetoableChange("p", 1, 5); } catch (PropertyVetoException e) { System.out.println(e + " " + e.getPropertyChangeEvent().getNewValue()); }
  PropertyDescriptor d = new PropertyDescriptor("age", P.class); System.out.println(d.getReadMethod() + " " + d.getWriteMethod() + " " + d.getDisplayName()); System.out.println(d); try { new PropertyDescriptor("nope", P.class); } catch (IntrospectionException e) { System.out.println(e); } try { Introspector.getBeanInfo(P.class, String.class); } catch (IntrospectionException e) { System.out.println(e); }
  System.out.println(new PropertyDescriptor("URL", P.class, "getURL", null).getWriteMethod()); 
 } }

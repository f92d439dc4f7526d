record T(int hashCode, String toString) {
}

class var {
}

class yield {
}

class record {
}

class T<var> {
}

interface sealed {
}

enum permits {
}
